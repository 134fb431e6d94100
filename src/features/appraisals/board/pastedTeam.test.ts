import { expect, it } from 'vitest'
import { pastedTeam } from './pastedTeam'

const roles = [{ id: 'county-dba', name: 'Database administrator' }]
const units = [{ id: 'county-data', name: 'Data' }]
const read = (text: string, here: { name: string }[] = []) => pastedTeam(text, here, roles, units)

it('takes a name a line', () => {
  expect(read('Alder Sample\n\n  Bay Sample ')).toEqual([{ name: 'Alder Sample' }, { name: 'Bay Sample' }])
})

it('takes columns as a spreadsheet copies them, headings left out, roles and units by their names', () => {
  expect(read('Name\tRole\tUnit\nAlder\tdatabase  Administrator\tDATA\nBay\t\tData')).toEqual([
    { name: 'Alder', role: 'county-dba', unit: 'county-data' },
    { name: 'Bay', unit: 'county-data' },
  ])
})

it('takes commas where there are no tabs, and keeps a comma within a pasted cell', () => {
  expect(read('Alder, Database administrator')).toEqual([{ name: 'Alder', role: 'county-dba' }])
  expect(read('Sample, Alder\tDatabase administrator')).toEqual([
    { name: 'Sample, Alder', role: 'county-dba' },
  ])
})

it('adds somebody whose role is unknown, and says what was not understood', () => {
  expect(read('Alder,Wizard,Attic')).toEqual([
    { name: 'Alder', trouble: 'no role is called “Wizard”; no unit is called “Attic”' },
  ])
})

it('leaves out who is there already, twice in the list, or has no name, and says so', () => {
  const people = read('alder sample\nBay\nBay\n,Database administrator', [{ name: 'Alder Sample' }])
  expect(people.map(({ leftOut, trouble }) => [leftOut, trouble])).toEqual([
    [true, 'in your team already'],
    [undefined, undefined],
    [true, 'in your team already'],
    [true, 'no name in the first column'],
  ])
})
