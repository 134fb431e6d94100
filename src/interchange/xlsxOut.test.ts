import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { xlsxBytes, type SheetCell } from './xlsxOut'

const seed = 20_261_123

/** The files of an archive, found by its central directory as every reader does. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const buffer = Buffer.from(bytes)
  const end = buffer.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const files = new Map<string, string>()
  let at = buffer.readUInt32LE(end + 16)
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, size] = [buffer.readUInt32LE(at + 20), buffer.readUInt32LE(at + 24)]
    const nameLength = buffer.readUInt16LE(at + 28)
    const local = buffer.readUInt32LE(at + 42)
    const name = buffer.toString('latin1', at + 46, at + 46 + nameLength)
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28)
    const content = inflateRawSync(buffer.subarray(start, start + packed))
    expect(content).toHaveLength(size)
    files.set(name, content.toString('utf8'))
    at += 46 + nameLength
  }
  return files
}

async function sheetXml(rows: (string | number | undefined)[][]): Promise<string> {
  const files = unzip(await xlsxBytes([{ name: 'My skills', rows }]))
  return files.get('xl/worksheets/sheet1.xml')!
}

describe('a workbook', () => {
  it('keeps numbers numbers and text text, whatever the text begins with', async () => {
    const xml = await sheetXml([['Skill'], ['=1+1', -3, undefined, 0.5, '+44', Number.NaN]])
    expect(xml).toContain('<c r="A2" s="2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>')
    expect(xml).toContain('<c r="B2"><v>-3</v></c><c r="D2"><v>0.5</v></c>')
    expect(xml).not.toContain('<f>')
    expect(xml).not.toContain('NaN')
  })

  it('holds any character that XML can, and drops what it cannot', async () => {
    const xml = await sheetXml([['<b> & "q" \u0000\u0007\uFFFE\uD800 é 日 😀 _x0041_']])
    expect(xml).toContain('&lt;b&gt; &amp; &quot;q&quot;  é 日 😀 _x005F_x0041_</t>')
  })

  it('cuts a cell that Excel would not open', async () => {
    const xml = await sheetXml([['x'.repeat(40_000)]])
    expect(/<t xml:space="preserve">(x+…)<\/t>/.exec(xml)![1]).toHaveLength(32_767)
  })

  it('names columns beyond Z as spreadsheets do', async () => {
    const xml = await sheetXml([Array.from({ length: 703 }, (_, index) => index)])
    for (const place of ['Z1', 'AA1', 'AZ1', 'BA1', 'ZZ1', 'AAA1']) expect(xml).toContain(`<c r="${place}">`)
  })

  it('has several sheets, under names that Excel takes', async () => {
    const files = unzip(
      await xlsxBytes([
        { name: 'One', rows: [['a']], widths: [20] },
        { name: 'Two/three: a name that goes on and on', rows: [['b']] },
      ]),
    )
    expect([...files.keys()]).toContain('xl/worksheets/sheet2.xml')
    expect(files.get('xl/workbook.xml')).toContain('name="Two three  a name that goes on "')
  })

  it('gives equal bytes for equal rows, large sheets included', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => [
      `Skill ${index}`,
      index,
      'some words of evidence',
    ])
    const [one, other] = await Promise.all([1, 2].map(() => xlsxBytes([{ name: 'Big', rows }])))
    expect(Buffer.compare(one!, other!)).toBe(0)
    expect(unzip(one!).get('xl/worksheets/sheet1.xml')).toContain('Skill 4999')
  })
})

describe('read by a reader that is not ours', () => {
  const readBack = async (rows: SheetCell[][]) => {
    const bytes = Buffer.from(await xlsxBytes([{ name: 'My skills', rows }]))
    const [sheet] = await readExcelFile(bytes, { trim: false })
    return sheet
  }

  it('is the same cell for cell: formulas are text, pounds and accents whole, numbers numbers', async () => {
    const rows = [
      ['Skill', 'Level', 'Evidence'],
      ['Café Zürich – £20 naïve Łódź 日本', 3, '=HYPERLINK("https://example.org","click")'],
      ['+44 1234', 0.5, '@SUM(A1:A2)\n-2+3\ttab "quoted" <b>&amp;</b>'],
    ]
    expect(await readBack(rows)).toEqual({ sheet: 'My skills', data: rows })
  })

  it(`is the same for any text and number (seed ${seed})`, async () => {
    // Line ends are one character in XML, and a reader takes cells of nothing but white space for empty.
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 40 })
      .map((made) => `x${made.replace(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')}`)
    const cell = fc.oneof(text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
    const rows = fc.array(fc.tuple(text, cell, cell), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(rows, async (made) => {
        const data = (await readBack(made))?.data
        // XML has no minus nought.
        expect(data).toEqual(made.map((row) => row.map((one) => (one === 0 ? 0 : one))))
      }),
      { seed, numRuns: 200 },
    )
  })
})
