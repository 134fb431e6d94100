import { expect, it } from 'vitest'
import { town } from '../../tests/support/town'
import { gapByGroup, groupsCompared } from './gapByGroup'
import type { RoleProfile } from './role'

const framework = town().frameworks[0]!
const role = (...asked: [skill: string, level?: number][]): RoleProfile => ({
  ...framework.roles[0]!,
  requirements: asked.map(([skill, level]) => ({
    skill: `town-${skill}`,
    essential: true,
    ...(level !== undefined && { level }),
  })),
})
const ratings = { 'town-digging': { level: 3 }, 'town-planting': { level: 1 } }

it('averages what one role asks and how much of it is had, group by group in the framework’s order', () => {
  const groups = gapByGroup(framework, role(['draining', 2], ['digging', 2], ['planting', 3]), ratings)
  expect(groups).toEqual([
    { id: 'town-earth', name: 'Earth', skills: 2, asked: 2.5, has: 1.5 },
    { id: 'town-water', name: 'Water', skills: 1, asked: 2, has: 0 },
  ])
})

it('averages several roles over the same skills, so that one not asked counts nothing for that role', () => {
  const roles = [role(['digging', 2]), role(['planting', 3], ['bathing'])]
  expect(groupsCompared(framework, roles, ratings)).toEqual([
    { id: 'town-earth', name: 'Earth', skills: 2, asked: [1, 1.5], has: 1.5 },
    { id: 'town-water', name: 'Water', skills: 1, asked: [0, 1], has: 0 },
  ])
})

it('counts nothing for what is not relevant, and no level beyond the most that is asked', () => {
  const [earth] = groupsCompared(framework, [role(['digging', 2], ['planting', 1])], {
    'town-digging': { level: 3 },
    'town-planting': { level: 0, notRelevant: true },
  })
  expect(earth?.has).toBe(1)
})
