import { expect, it } from 'vitest'
import { somebody, TODAY } from '../../../../tests/support/madeUpTeam'
import { town } from '../../../../tests/support/town'
import { csvText } from '../../../contract/csv'
import { coverOf } from '../../../domain/team/cover'
import { teamSkills } from '../../../domain/team/skills'
import { coverTable } from './coverTable'

const framework = town().frameworks[0]!
const people = [
  somebody('Ash', { 'town-digging': { level: 2, lastUsed: '2020-01' } }),
  somebody('Bay', { 'town-digging': 1 }),
  somebody('Elm'),
]

function table(of = framework) {
  const skills = teamSkills([of])
  const covers = coverOf(
    people,
    skills.map(({ id, needed }) => ({ skill: id, level: needed })),
    TODAY,
  )
  return coverTable(covers, new Map(skills.map((skill) => [skill.id, skill])), () => of)
}

it('holds counts and names nobody, those who have not shared told only through the range', () => {
  const rows = table()
  expect(rows[1]).toEqual([
    'Earth',
    'Digging',
    2,
    'Works unaided',
    1,
    2,
    1,
    0,
    1,
    0,
    'one known: may be a single point of failure',
  ])
  expect(JSON.stringify(rows)).not.toMatch(/Ash|Bay|Elm|shared/)
})

it('starts no formula in a spreadsheet', () => {
  const [digging, ...others] = framework.skills
  const skills = [{ ...digging!, name: '=1+1' }, ...others]
  expect(csvText(table({ ...framework, skills }))).toContain("'=1+1")
})

it('names skills by their id where their framework’s words may not leave the laptop', () => {
  const kept = { ...framework, licence: { ...framework.licence, redistributable: 'no' as const } }
  expect(table(kept)[1]!.slice(0, 4)).toEqual([undefined, 'town-digging', 2, undefined])
})
