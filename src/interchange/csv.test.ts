import { csvFormatRows } from 'd3-dsv'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvRecords, openCsv } from './csv'

it('reads back any cells that were written, by RFC 4180', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', '’', ' ') })
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1 })
  fc.assert(
    fc.property(rows, (given) => {
      const file = openCsv('x.csv', csvFormatRows([['A', 'B', 'C'], ...given]) + '\n')
      expect(csvRecords(file).map(({ cells }) => cells)).toEqual(given)
    }),
    { seed: 11, numRuns: 500 },
  )
})

it('counts rows as a spreadsheet does, blank ones too', () => {
  const file = openCsv('x.csv', 'A,B\n1,2\n\n"3\n3",4,\n')
  expect(csvRecords(file)).toEqual([
    { row: 2, cells: ['1', '2'] },
    { row: 4, cells: ['3\n3', '4'] },
  ])
})
