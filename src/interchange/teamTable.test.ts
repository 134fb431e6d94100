import { expect, it } from 'vitest'
import { town } from '../../tests/support/town'
import type { Framework } from '../domain/framework'
import type { TeamPerson } from '../domain/team/person'
import { teamSkills } from '../domain/team/skills'
import { teamCsv, teamSheets, teamTable } from './teamTable'

const { frameworks } = town()
const skills = teamSkills(frameworks)
const [digging, planting] = skills.map(({ id }) => id) as [string, string]
const on = 'town@1'

const person = (name: string, cells: TeamPerson['cells']): TeamPerson => ({
  id: name,
  name,
  cells,
  certificates: [],
})
const people = [
  person('Ann Example', new Map([[digging, { level: 0, from: 'own', season: '2026', on }]])),
  person('=cmd()', new Map([[planting, { level: 0, notRelevant: true, from: 'given', season: '2026', on }]])),
  {
    ...person('Away Example', new Map([[digging, { level: 3, from: 'agreed', season: '2025', on }]])),
    away: {},
  },
  person('Nothing Example', new Map()),
]
const make = (all: readonly Framework[] = frameworks) =>
  teamTable({ people, skills, frameworks: all, roleName: () => undefined, today: '2026-11-23' })

it('writes what is known as numbers, what is not known as nothing, and none yet as 0', () => {
  const [headings, ann, , away] = make().levels
  expect(headings).toEqual(['Person', 'Role', 'Away', 'Digging', 'Planting', 'Draining', 'Bathing'])
  expect(ann).toEqual(['Ann Example', undefined, undefined, 0, undefined, undefined, undefined])
  expect(away?.slice(0, 4)).toEqual(['Away Example', undefined, 'Away', 3])
  expect(make().words[3]?.[3]).toBe('Agreed, 2025')
})

it('lists nobody as having shared nothing: they are counted and left out', () => {
  const { levels, words, notes } = make()
  for (const text of [levels, words].map((rows) => JSON.stringify(rows))) {
    expect(text).not.toContain('Nothing Example')
    expect(text.toLowerCase()).not.toContain('not shared')
  }
  expect(notes.join(' ')).toContain('1 of 4 people are left out')
  expect(notes.join(' ')).toContain('3 of 12 levels are known')
})

it('is formula-safe, with its notes at the top', () => {
  const lines = teamCsv(make()).split('\r\n')
  expect(lines[0]).toContain('Team: 3 people and 4 skills, 2026-11-23')
  expect(lines[2]).toBe('')
  expect(lines[3]).toContain('Digging,Planting')
  expect(lines[5]).toBe("'=cmd(),,,,Not relevant,,")
  expect(teamSheets(make()).map(({ name }) => name)).toEqual(['Levels', 'Whose word', 'About'])
})

it('names skills by their id where their framework may not leave the laptop', () => {
  const kept = frameworks.map((one) => ({
    ...one,
    licence: { ...one.licence, redistributable: 'no' as const },
  }))
  expect(make(kept).levels[0]?.[3]).toBe(digging)
})
