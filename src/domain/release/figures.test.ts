import { describe, expect, it } from 'vitest'
import type { Bands } from '../band'
import { bitsFrom } from './bits'
import { cellId } from './cell'
import type { Counts } from './count'
import {
  inCells,
  inOrganisation,
  largestGaps,
  meanInOrganisation,
  repliesInCells,
  repliesInOrganisation,
  repliesNeeded,
  shareInCells,
  shareOf,
  withinEachOthersRange,
  type Published,
} from './figures'
import { seededBytes } from './seeded'
import { noisyTable } from './table'

const skills = ['backup', 'recovery', 'reporting']
const counts = (short: number, of: number): Counts => [short, of - short]
const release: Published = {
  epsilon: 1,
  skills,
  counts: [
    [counts(20, 60), counts(30, 60), counts(-4, 60)],
    [counts(5, 14), counts(6, 14), counts(0, 14)],
  ],
  totals: [counts(28, 74), counts(36, 74), counts(-2, 74)],
  replied: [60, 14],
  repliedInAll: 77,
}

describe('figures of a release', () => {
  it('weigh a total against the sum of its cells by how sure each is', () => {
    // (2 × 28 + 25) / 3 = 27
    expect(inOrganisation(release, 0, 'short')).toEqual({ people: 27, margin: 5 })
    expect(inOrganisation({ ...release, counts: [], replied: [] }, 0, 'short')).toEqual({
      people: 28,
      margin: 4,
    })
  })

  it('never show fewer than no people', () => {
    expect(inOrganisation(release, 2, 'short').people).toBe(0)
    expect(inCells(release, [0], 2, 'short')).toEqual({ people: 0, margin: 6 })
  })

  it('average a group of skills, which leaves less noise than each of them has', () => {
    // (27 + 36) / 2, off by √2 less than one of them
    expect(meanInOrganisation(release, [0, 1], 'short')).toEqual({ people: 32, margin: 4 })
    expect(meanInOrganisation(release, [0], 'short')).toEqual(inOrganisation(release, 0, 'short'))
  })

  it('say beforehand with how many replies a cell can be spoken of', () => {
    const answers = (replies: number): Published => ({
      epsilon: 1,
      skills: ['backup'],
      counts: [[counts(0, replies)], [counts(0, replies)]],
      totals: [counts(0, 2 * replies)],
      replied: [replies, replies],
      repliedInAll: 2 * replies,
    })
    const fewest = repliesNeeded(1, 1)
    expect(fewest).toBe(40)
    expect(shareInCells(answers(fewest), [0], [0], 'short')).toBeDefined()
    expect(shareInCells(answers(fewest - 1), [0], [0], 'short')).toBeUndefined()
    expect(repliesNeeded(1, 6)).toBeLessThan(repliesNeeded(1, 5))
    expect(repliesNeeded(0.5, 1)).toBeGreaterThan(repliesNeeded(1, 1))
  })

  it('say about how many replied, as surely as any count is told', () => {
    // (2 × 77 + 74) / 3 = 76
    expect(repliesInOrganisation(release)).toEqual({ people: 76, margin: 5 })
    expect(repliesInCells(release, [1])).toEqual({ people: 14, margin: 6 })
  })

  it('hide a share of something that is within its own margin', () => {
    expect(shareOf({ people: 3, margin: 6 }, { people: 6, margin: 6 })).toBeUndefined()
    expect(shareOf({ people: 30, margin: 6 }, { people: 60, margin: 0 })).toEqual({ share: 0.5, margin: 0.1 })
  })

  it('give a share a margin that holds how unsure the number of replies is', () => {
    // √(6² + (½ × 12)²) / 60
    const { margin } = shareOf({ people: 30, margin: 6 }, { people: 60, margin: 12 })!
    expect(margin).toBeCloseTo(0.1 * Math.SQRT2)
    expect(shareOf({ people: 0, margin: 6 }, { people: 60, margin: 12 })!.margin).toBe(0.1)
  })

  it('show a skill of a cell only within 15 points, and a group of skills where the group is', () => {
    expect(shareInCells(release, [0], [1], 'short')?.share).toBeCloseTo(0.5)
    expect(shareInCells(release, [1], [1], 'short')).toBeUndefined()
    const wide = Array.from({ length: 12 }, (_, n) => n)
    const broad: Published = {
      epsilon: 1,
      skills: wide.map((n) => `s${n}`),
      counts: [wide.map(() => counts(20, 40)), wide.map(() => counts(10, 30))],
      totals: wide.map(() => counts(30, 70)),
      replied: [40, 30],
      repliedInAll: 70,
    }
    expect(shareInCells(broad, [1], [0], 'short')).toBeUndefined()
    expect(shareInCells(broad, [1], wide, 'short')?.share).toBeCloseTo(1 / 3)
  })

  it('list the largest gaps first, and say which cannot be told apart', () => {
    const [first, second] = largestGaps(release, 2)
    expect([first?.skill, second?.skill]).toEqual(['recovery', 'backup'])
    expect(withinEachOthersRange(first!.short, second!.short)).toBe(true)
    expect(withinEachOthersRange({ people: 40, margin: 5 }, first!.short)).toBe(true)
    expect(withinEachOthersRange({ people: 60, margin: 5 }, first!.short)).toBe(false)
  })

  it('are right within their margin for 95 in 100 draws of noise', () => {
    const answers = Array.from({ length: 200 }, (_, n) => ({
      cell: cellId(n % 4),
      bands: (n % 5 === 0 ? { backup: 0 } : {}) as Bands,
    }))
    const grid = [0, 1, 2, 3].map((n) => ({
      id: cellId(n),
      label: '',
      parts: [{ unit: `u${n}`, family: 'f' }],
      headcount: 60,
    }))
    const names = { units: new Map<string, string>(), families: new Map<string, string>() }
    const terms = { grid, keep: 'units', floor: 10, epsilon: 1, skills: ['backup'], names } as const
    let [right, sharesRight] = [0, 0]
    for (let draw = 0; draw < 400; draw += 1) {
      const table = noisyTable(answers, terms, bitsFrom(seededBytes(draw)))
      const told: Published = { ...table, epsilon: 1, skills: ['backup'] }
      const short = inOrganisation(told, 0, 'short')
      const { share, margin } = shareOf(short, repliesInOrganisation(told))!
      if (Math.abs(short.people - 40) <= short.margin) right += 1
      if (Math.abs(share - 0.2) <= margin) sharesRight += 1
    }
    expect(right / 400).toBeGreaterThan(0.94)
    expect(sharesRight / 400).toBeGreaterThan(0.94)
  })
})
