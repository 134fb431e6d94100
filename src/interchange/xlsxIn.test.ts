import { describe, expect, it } from 'vitest'
import { firstSheet } from './xlsxIn'
import { xlsxBytes } from './xlsxOut'
import { zip } from './xlsx/zip'

const RELATIONSHIPS =
  '<Relationships><Relationship Id="r9" Type="x" Target="/xl/worksheets/first.xml"/></Relationships>'

describe('reading a workbook', () => {
  it('gives back what was written, gaps, line breaks and odd characters included', async () => {
    const rows = [
      ['Skill', 'Level', 'Notes'],
      ['R & D <basics>', 3, 'two\nlines _x0041_'],
      ['Alone', undefined, '=1+1'],
    ]
    const bytes = await xlsxBytes([
      { name: 'One', rows },
      { name: 'Two', rows: [['other']] },
    ])
    expect(await firstSheet('a.xlsx', bytes)).toEqual([
      ['Skill', 'Level', 'Notes'],
      ['R & D <basics>', '3', 'two\nlines _x0041_'],
      ['Alone', '', '=1+1'],
    ])
  })

  it('reads shared strings, rich text, prefixes and missing rows as other programs write them', async () => {
    const bytes = await zip([
      {
        name: 'xl/workbook.xml',
        text: '<x:workbook><x:sheets><x:sheet name="S" r:id="r9"/></x:sheets></x:workbook>',
      },
      { name: 'xl/_rels/workbook.xml.rels', text: RELATIONSHIPS },
      {
        name: 'xl/sharedStrings.xml',
        text: '<sst><si><t>Skill</t></si><si><r><t>Data </t></r><r><t xml:space="preserve">work</t></r><rPh><t>no</t></rPh></si></sst>',
      },
      {
        name: 'xl/worksheets/first.xml',
        text: '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row><x:row r="3"><x:c r="B3" t="s"><x:v>1</x:v></x:c><x:c r="C3"/><x:c r="D3" t="str"><x:f>1</x:f><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      },
    ])
    expect(await firstSheet('a.xlsx', bytes)).toEqual([['Skill'], [], ['', 'Data work', '', '4']])
  })

  it('refuses in one sentence what is no workbook, is cut off, or unpacks to far too much', async () => {
    const bytes = await xlsxBytes([{ name: 'One', rows: [['Skill']] }])
    await expect(firstSheet('a.xlsx', bytes.slice(0, 200))).rejects.toThrow(/^a\.xlsx is damaged/)
    const other = await zip([{ name: 'word/document.xml', text: '<w/>' }])
    await expect(firstSheet('a.docx', other)).rejects.toThrow(/^a\.docx is no workbook/)
    const bomb = await zip([{ name: 'xl/sharedStrings.xml', text: ' '.repeat(65 * 1024 * 1024) }])
    await expect(firstSheet('a.xlsx', bomb)).rejects.toThrow(/^a\.xlsx unpacks to more/)
  })
})
