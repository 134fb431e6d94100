import { expect, it } from 'vitest'
import type { Framework } from '../../domain/framework'
import { found, roleSections, skillSections } from './browseList'

const role = (id: string, family: string, seniority: number, ladder?: string) => ({
  id,
  name: id,
  family,
  seniority,
  purpose: '',
  requirements: [],
  ...(ladder && { ladder }),
})
const framework: Framework = {
  key: 'x',
  version: '1',
  title: 'X',
  language: 'en-GB',
  licence: { title: 'Open', attribution: '', redistributable: 'yes' },
  scale: { levels: [] },
  groups: [
    { id: 'x-a', name: 'A' },
    { id: 'x-b', name: 'B' },
    { id: 'x-c', name: 'C' },
  ],
  skills: [
    { id: 'x-1', name: 'One', summary: 'of water', groups: ['x-a', 'x-b'], descriptors: [] },
    { id: 'x-2', name: 'Two', summary: 'of air', groups: ['x-b'], descriptors: [] },
  ],
  families: [
    { id: 'x-f', name: 'F' },
    { id: 'x-g', name: 'G' },
  ],
  ladders: [{ id: 'x-l', name: 'L', family: 'x-f' }],
  roles: [role('senior', 'x-f', 2, 'x-l'), role('junior', 'x-f', 1, 'x-l'), role('alone', 'x-f', 1)],
}

it('finds what holds every word typed, in any order and case', () => {
  const names = (typed: string) => found(framework.skills, typed, (s) => `${s.name} ${s.summary}`).map(({ id }) => id)
  expect(names('WATER one')).toEqual(['x-1'])
  expect(names('of')).toEqual(['x-1', 'x-2'])
  expect(names(' ')).toEqual(['x-1', 'x-2'])
  expect(names('fire')).toEqual([])
})

it('lists a skill under each of its groups and leaves empty groups out', () => {
  const sections = skillSections(framework, framework.skills)
  expect(sections.map(({ name, runs }) => [name, runs[0]?.entries.map(({ id }) => id)])).toEqual([
    ['A', ['x-1']],
    ['B', ['x-1', 'x-2']],
  ])
})

it('keeps the roles of one ladder together, the most junior first', () => {
  const [section] = roleSections(framework, framework.roles)
  expect(section?.runs.map(({ name, entries }) => [name, entries.map(({ id }) => id)])).toEqual([
    [undefined, ['alone']],
    ['L', ['junior', 'senior']],
  ])
})
