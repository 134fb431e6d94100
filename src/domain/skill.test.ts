import { expect, it } from 'vitest'
import { relatedSkills, type Skill } from './skill'

const skill = (id: string, related?: string[]): Skill => ({
  id,
  name: id,
  summary: '',
  groups: [],
  descriptors: [],
  related,
})

it('reads nearness both ways, each skill once, those it names first', () => {
  const [a, b, c, d] = [skill('a', ['c', 'gone']), skill('b', ['a']), skill('c', ['a']), skill('d')]
  expect(relatedSkills(a, [a, b, c, d])).toEqual([c, b])
  expect(relatedSkills(c, [a, b, c, d])).toEqual([a])
  expect(relatedSkills(d, [a, b, c, d])).toEqual([])
})
