import { expect, it } from 'vitest'
import type { Lead, LeadReason } from '../../domain/succession'
import { countedWords, isMove, leadsBeyond } from './leadWords'

const post: LeadReason = {
  from: { id: 'post', name: 'Engineer', role: 'engineer', unit: 'ict', headcount: 1 },
  why: 'The post carries on.',
}
const move: LeadReason = { why: 'Testing is now a role.' }
const lead = (id: string, ...reasons: LeadReason[]): Lead => ({
  role: { id, name: id, family: 'any', seniority: 1, purpose: '', requirements: [] },
  posts: [],
  reasons,
})

it('leaves the role itself out, and says that it goes on', () => {
  const [self, other] = [lead('engineer', post), lead('architect', post)]
  expect(leadsBeyond('engineer', [self, other])).toEqual({ goesOn: true, leads: [other] })
  expect(leadsBeyond('clerk', [self, other])).toEqual({ goesOn: false, leads: [self, other] })
})

it('says which the map draws and which come of the post alone', () => {
  const [drawn, both, alone] = [lead('a', move), lead('b', post, move), lead('c', post)]
  expect([drawn, both, alone].map(isMove)).toEqual([true, true, false])
  expect(countedWords([drawn, both, alone])).toBe(
    '2 by a move drawn on the map, 1 only by what becomes of the post.',
  )
  expect(countedWords([drawn])).toBe('By moves drawn on the map.')
  expect(countedWords([alone])).toBe('By what becomes of the post; the map draws no move for it.')
})
