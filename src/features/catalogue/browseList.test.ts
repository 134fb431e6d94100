import { expect, it } from 'vitest'
import type { Framework } from '../../domain/framework'
import { roleSections, skillSections } from './browseList'

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

it('lists a skill under each of its groups and leaves empty groups out', () => {
  const sections = skillSections(framework)
  expect(sections.map(({ name, runs }) => [name, runs[0]?.entries.map(({ id }) => id)])).toEqual([
    ['A', ['x-1']],
    ['B', ['x-1', 'x-2']],
  ])
})

it('lists skills that are in no group at the end, so that none is out of reach', () => {
  const loose = { id: 'x-3', name: 'Three', summary: '', groups: [], descriptors: [] }
  const sections = skillSections({ groups: framework.groups, skills: [loose, ...framework.skills] })
  expect(sections.at(-1)).toMatchObject({ name: 'In no group', runs: [{ entries: [loose] }] })
})

it('keeps the roles of one ladder together, the most junior first', () => {
  const [section] = roleSections(framework)
  expect(section?.runs.map(({ name, entries }) => [name, entries.map(({ id }) => id)])).toEqual([
    [undefined, ['alone']],
    ['L', ['junior', 'senior']],
  ])
})
