import { describe, expect, it } from 'vitest'
import type { Rating } from './assessment'
import { doubtsIn, doubtWords } from './doubts'
import type { RoleProfile } from './role'

const role = {
  requirements: ['a', 'b', 'c', 'd', 'e'].map((skill) => ({ skill, level: 2, essential: true })),
} as RoleProfile
const rating = (rest: Partial<Rating>): Rating => ({
  level: 2,
  at: '2026-01-05T09:00:00Z',
  on: 'c@1',
  ...rest,
})

describe('what makes a readiness less firm than it sounds', () => {
  it('counts only levels that the readiness counts, and only what the person said', () => {
    const ratings = {
      a: rating({ sure: 'unsure', lastUsed: '2024-10' }),
      b: rating({ sure: 'sure', lastUsed: '2024-11' }),
      c: rating({ level: 0, sure: 'unsure', lastUsed: '2020-01' }),
      d: rating({ level: 0, notRelevant: true, lastUsed: '2020-01' }),
      'not-asked': rating({ sure: 'unsure' }),
    }
    expect(doubtsIn(role, ratings, '2026-11-23')).toEqual({ counted: 2, unsure: 1, unused: 1 })
  })

  it('says it in one clause, and nothing where there is nothing to say', () => {
    const words = (unsure: number, unused: number) => doubtWords({ counted: 5, unsure, unused })
    expect(words(2, 1)).toBe('2 of these unsure, 1 not used for two years')
    expect(words(2, 0)).toBe('2 of these unsure')
    expect(words(0, 1)).toBe('1 of these not used for two years')
    expect(words(0, 0)).toBeUndefined()
  })
})
