import { expect, it } from 'vitest'
import type { Gap, Readiness } from '../../domain/gap'
import type { RoleProfile } from '../../domain/role'
import { leftWords, liesWords, nearWords } from './closeWords'

const gap = (skill: string, toGain: number): Gap => ({ skill, essential: true, met: toGain === 0, toGain })
const name = (id: string) => ({ b: 'Budgets and value', s: 'Service levels' })[id] ?? id

it('says what is left, the first two by name', () => {
  expect(leftWords([gap('b', 1)], name)).toBe('1 level in Budgets and value')
  expect(leftWords([gap('b', 2), gap('s', 1), gap('x', 0)], name)).toBe(
    '2 levels in Budgets and value and 1 in Service levels',
  )
  expect(leftWords([gap('b', 2), gap('s', 1), gap('y', 1)], name)).toBe(
    '2 levels in Budgets and value, 1 in Service levels and 1 more skill',
  )
  expect(leftWords([gap('b', 0)], name)).toBe('nothing left to gain')
})

it('gives the levels left as the figure, and no readiness where nothing is rated', () => {
  const near: Readiness = { share: 0.44, met: 3, asked: 12, notRated: 4, notRelevant: 0, toGain: 17 }
  expect(nearWords(near)).toEqual({ left: '17 levels left', ready: '44 % ready' })
  expect(nearWords({ ...near, toGain: 0, share: 1 })).toEqual({
    left: 'no levels left',
    ready: '100 % ready',
  })
  expect(nearWords({ ...near, share: 0, notRated: 12, toGain: 30 })).toEqual({
    left: 'nothing rated yet',
    ready: 'asks 30 levels',
  })
})

it('says how the role lies from the one held', () => {
  const role = (id: string, family: string, seniority: number): RoleProfile => ({
    id,
    name: id,
    family,
    seniority,
    purpose: '',
    requirements: [],
  })
  const held = role('a', 'desk', 2)
  expect(liesWords(held, role('b', 'desk', 3), [{ from: 'a', to: 'b', kind: 'promotion' }])).toBe('promotion')
  expect(liesWords(held, role('c', 'desk', 2), [])).toBe('specialist: your family, your seniority')
  expect(liesWords(held, role('d', 'data', 2), [])).toBe('sideways, no move drawn')
  expect(liesWords(held, role('e', 'data', 1), [])).toBe('less senior')
  expect(liesWords(undefined, held, [])).toBe('')
})
