import { expect, it } from 'vitest'
import { readPasted, refusedInWords } from './pastedHeadcounts'

const names = {
  units: new Map([
    ['county-highways', 'Highways'],
    ['county-libraries', 'Libraries, archives and arts'],
  ]),
  families: new Map([
    ['county-data', 'Data'],
    ['county-networks', 'Networks'],
  ]),
}

it('reads what a spreadsheet copies, with or without headings', () => {
  const rows = 'Highways\tData\t12\r\nLibraries, archives and arts\tNetworks\t1,200\r\n'
  const read = readPasted(rows, names)
  expect(read.refused).toEqual([])
  expect(read.headcounts).toEqual([
    { unit: 'county-highways', family: 'county-data', headcount: 12 },
    { unit: 'county-libraries', family: 'county-networks', headcount: 1200 },
  ])
  expect(readPasted(`Unit\tFamily\tHeadcount\n${rows}`, names)).toEqual(read)
})

it('goes by name or id, in any case, with blanks around, and by commas or semicolons', () => {
  const expected = [{ unit: 'county-highways', family: 'county-data', headcount: 5 }]
  for (const row of ['  HIGHWAYS , data , 5', 'county-highways;county-data;5', '\n\nHighways\tData\t5\t\n']) {
    expect(readPasted(row, names)).toEqual({ headcounts: expected, refused: [] })
  }
})

it('adds up rows of the same unit and family', () => {
  expect(readPasted('Highways\tData\t5\nhighways\tdata\t7', names).headcounts).toEqual([
    { unit: 'county-highways', family: 'county-data', headcount: 12 },
  ])
})

it('leaves out what it cannot read, and names each row in one sentence', () => {
  const { headcounts, refused } = readPasted(
    'Unit\tFamily\tPosts\nParks\tData\t3\nHighways\tPottery\t3\nHighways\tData\tmany 2\nHighways\nHighways\tData\t4',
    names,
  )
  expect(headcounts).toEqual([{ unit: 'county-highways', family: 'county-data', headcount: 4 }])
  expect(refusedInWords(refused)).toBe(
    '4 rows were left out: row 2 (no unit is called “Parks”), row 3 (no family is called “Pottery”), ' +
      'row 4 (“many 2” is not a whole number of posts), 1 more.',
  )
  expect(refusedInWords([])).toBeUndefined()
})

it('takes no negative, broken, formula or monstrous number for a headcount', () => {
  for (const number of ['-3', '2.5', '=1+1', '1e9', '999999999', '', '１２']) {
    const { headcounts, refused } = readPasted(`Highways\tData\t1\nHighways\tNetworks\t${number}`, names)
    expect(headcounts).toHaveLength(1)
    expect(refused).toHaveLength(1)
  }
})

it('knows only the catalogue’s own names, whatever a prototype holds', () => {
  expect(readPasted('__proto__\tconstructor\t5', names).headcounts).toEqual([])
})
