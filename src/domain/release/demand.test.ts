import { expect, it } from 'vitest'
import { town } from '../../../tests/support/town'
import type { Counts } from './count'
import { balances, postsAsking } from './demand'
import type { Published } from './figures'

const able = (people: number): Counts => [0, people]

it('asks of a skill as many as the posts whose role needs it at the needed level', () => {
  const catalogue = town()
  const [role] = catalogue.frameworks[0]!.roles
  const posts = [{ id: 'p', name: 'Post', role: role!.id, unit: 'u', headcount: 3 }]
  const requirements = [
    { skill: 'a', level: 9, essential: true },
    { skill: 'b', level: 9, essential: false },
    { skill: 'c', level: 1, essential: true },
  ]
  const [framework] = catalogue.frameworks
  const skills = ['a', 'b', 'c'].map((id) => ({ ...framework!.skills[0]!, id, needed: 2 }))
  const frameworks = [{ ...framework!, skills, roles: [{ ...role!, requirements }] }]
  expect(postsAsking({ frameworks, after: { ...catalogue.after, posts } })).toEqual(new Map([['a', 3]]))
})

it('calls nothing lacking or spare that is within its margin', () => {
  const catalogue = town()
  const [framework] = catalogue.frameworks
  const names = ['a', 'b', 'c']
  const skills = names.map((id) => ({ ...framework!.skills[0]!, id, needed: 2 }))
  const requirements = names.map((skill) => ({ skill, level: 2, essential: true }))
  const role = { ...framework!.roles[0]!, requirements }
  const posts = [{ id: 'p', name: 'Post', role: role.id, unit: 'u', headcount: 20 }]
  const release: Published = {
    ...{ epsilon: 1, skills: names, counts: [], totals: [able(5), able(21), able(40)] },
    ...{ replied: [], repliedInAll: 60 },
  }
  const told = balances(release, {
    frameworks: [{ ...framework!, skills, roles: [role] }],
    after: { ...catalogue.after, posts },
  })
  expect(told.map(({ skill, beyond, verdict }) => [skill, beyond, verdict])).toEqual([
    ['a', -15, 'lacking'],
    ['b', 1, 'too close to tell'],
    ['c', 20, 'spare'],
  ])
})
