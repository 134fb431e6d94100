import { csvParseRows } from 'd3-dsv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvText } from './csv'

const seed = 20_261_123

describe('CSV', () => {
  it('quotes what must be quoted, and nothing else', () => {
    expect(
      csvText([
        ['Skill', 'Level'],
        ['Storage, backup', 3],
        ['Say "no"', undefined],
        ['two\nlines', 0.5],
      ]),
    ).toBe('Skill,Level\r\n"Storage, backup",3\r\n"Say ""no""",\r\n"two\nlines",0.5\r\n')
  })

  it('keeps text from becoming a formula, and numbers numbers', () => {
    const risky = ['=1+1', '+44 1', '-x', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1', '＝1+1']
    for (const text of risky) {
      expect(csvParseRows(csvText([[text, 'end']]))[0]![0], JSON.stringify(text)).toBe(`'${text}`)
    }
    expect(csvText([[-3, 'a=b', '3 - 2', Number.NaN]])).toBe('-3,a=b,3 - 2,\r\n')
  })

  it('is read back cell by cell by another reader, whatever the text', () => {
    const text = fc.string({ unit: 'grapheme' })
    const separators = fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '\t', '=', "'", 'a', ' ') })
    const table = fc.array(fc.array(fc.oneof(text, separators), { minLength: 2, maxLength: 2 }), {
      minLength: 1,
    })
    fc.assert(
      fc.property(table, (rows) => {
        const back = csvParseRows(csvText(rows))
        expect(back).toHaveLength(rows.length)
        rows.forEach((row, at) => {
          row.forEach((cell, column) => {
            expect([cell, `'${cell}`]).toContain(back[at]![column])
            expect(back[at]![column]).not.toMatch(/^[=+\-@\t\r]/)
          })
        })
      }),
      { seed },
    )
  })
})
