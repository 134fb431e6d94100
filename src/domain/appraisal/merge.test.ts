import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeWrites } from './merge'
import { say } from './say'
import { differencesIn, headsOf, standingOf, valueOf } from './standing'
import { seenAs, type Writes } from './write'

const ON = 'county@2026.1'
const AT = '2026-11-23T09:00:00.000Z'
const agreed = (level: number) => ({ level, on: ON })
const on = (laptop: string) => ({ laptop, at: AT })

describe('an appraisal on two laptops', () => {
  it('keeps what each side said, and takes neither for the other', () => {
    const ours = say({}, on('mine'), 'agreed', 'county-a', agreed(2))
    const theirs = say({}, on('theirs'), 'agreed', 'county-a', agreed(3))
    const [difference] = differencesIn(mergeWrites(ours, theirs))
    expect(difference).toMatchObject({ value: agreed(3), others: [{ value: agreed(2) }] })
  })

  it('settles it by whatever is then chosen, on both', () => {
    const both = mergeWrites(
      say({}, on('mine'), 'agreed', 'county-a', agreed(2)),
      say({}, on('theirs'), 'agreed', 'county-a', agreed(3)),
    )
    const chosen = say(both, on('mine'), 'agreed', 'county-a', agreed(2))
    expect(differencesIn(chosen)).toEqual([])
    expect(valueOf(mergeWrites(both, chosen), 'agreed', 'county-a')).toEqual(agreed(2))
  })

  it('sees no difference where both said the same', () => {
    const both = mergeWrites(
      say({}, on('mine'), 'comment', 'county-a', 'Well done'),
      say({}, on('theirs'), 'comment', 'county-a', 'Well done'),
    )
    expect(differencesIn(both)).toEqual([])
  })

  it('lets an older file opened after a newer one change nothing', () => {
    const first = say({}, on('mine'), 'own', 'county-a', { ...agreed(1), at: AT })
    const second = say(first, on('mine'), 'own', 'county-a', { ...agreed(4), at: AT })
    const opened = mergeWrites(mergeWrites({}, second), first)
    expect(valueOf(opened, 'own', 'county-a')?.level).toBe(4)
    expect(differencesIn(opened)).toEqual([])
  })

  it('asks no clock: what was said after seeing the other stands, though its laptop is a day slow', () => {
    const theirs = say({}, on('theirs'), 'summary', 'manager', 'First')
    const slow = { ...on('mine'), at: '2026-11-22T09:00:00.000Z' }
    expect(valueOf(say(theirs, slow, 'summary', 'manager', 'Second'), 'summary', 'manager')).toBe('Second')
  })

  it('lets nothing be hidden from under another key than its own', () => {
    const mine = say({}, on('mine'), 'given', 'oak/county-a', agreed(1))
    const theirs = say(mine, on('theirs'), 'given', 'elm/county-a', agreed(4))
    const forged = Object.fromEntries(
      Object.values(theirs).map((write) => [
        write.id,
        write.key.startsWith('elm') ? { ...write, over: Object.values(mine).map(seenAs) } : write,
      ]),
    )
    expect(valueOf(mergeWrites(mine, forged), 'given', 'oak/county-a')).toEqual(agreed(1))
  })

  it('stays as small as what was typed', () => {
    let writes: Writes = {}
    for (const text of ['W', 'We', 'Wel', 'Well'])
      writes = say(writes, on('mine'), 'comment', 'county-a', text)
    expect(Object.keys(writes)).toHaveLength(1)
  })

  it('shows what was revised after the other side answered what it said before', () => {
    const first = say({}, on('mine'), 'comment', 'county-a', 'Good')
    const answered = say(first, on('theirs'), 'comment', 'county-a', 'Good, and getting better')
    const revised = say(first, on('mine'), 'comment', 'county-a', 'Very good')
    const [difference] = differencesIn(mergeWrites(answered, revised))
    expect([difference!.value, ...difference!.others.map(({ value }) => value)].sort()).toEqual([
      'Good, and getting better',
      'Very good',
    ])
  })

  it('shows that one side took back what the other changed', () => {
    const first = say({}, on('mine'), 'objective', 'o1', { what: 'Restore in a day' })
    const gone = say(first, on('mine'), 'objective', 'o1', null)
    const changed = say(first, on('theirs'), 'objective', 'o1', { what: 'Restore in an hour' })
    const both = mergeWrites(gone, changed)
    expect(differencesIn(both)).toHaveLength(1)
    expect(standingOf(say(both, on('mine'), 'objective', 'o1', null), 'objective').size).toBe(0)
  })
})

/**
 * A history: three laptops say things, hand one another files of what they have, in any order and any number of
 * times, old ones among them. A file is what a laptop had when it was made.
 */
type Step =
  | { do: 'say'; laptop: number; skill: string; level: number | null }
  | { do: 'make'; laptop: number }
  | { do: 'open'; laptop: number; file: number }

const LAPTOPS = ['a', 'b', 'c']

/** What the laptops hold in the end, and every state any of them or a file was ever in. */
function told(steps: readonly Step[]): { laptops: Writes[]; states: Writes[] } {
  const laptops: Writes[] = [{}, {}, {}]
  const files: Writes[] = []
  const states: Writes[] = []
  for (const step of steps) {
    const mine = laptops[step.laptop]!
    if (step.do === 'say') {
      const value = step.level === null ? null : agreed(step.level)
      laptops[step.laptop] = say(mine, on(LAPTOPS[step.laptop]!), 'agreed', step.skill, value)
    } else if (step.do === 'make') {
      files.push(mine)
    } else if (files.length > 0) {
      laptops[step.laptop] = mergeWrites(mine, files[step.file % files.length]!)
    }
    states.push(laptops[step.laptop]!)
  }
  return { laptops, states }
}

describe('the law of merging: a union of what was said', () => {
  const HISTORIES = { seed: 20_261_123, numRuns: 10_000 }
  const laptop = fc.integer({ min: 0, max: 2 })
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      do: fc.constant('say' as const),
      laptop,
      skill: fc.constantFrom('county-a', 'county-b'),
      level: fc.option(fc.integer({ min: 0, max: 3 })),
    }),
    fc.record({ do: fc.constant('make' as const), laptop }),
    fc.record({ do: fc.constant('open' as const), laptop, file: fc.nat(20) }),
  )
  const history = fc.array(step, { maxLength: 24 })

  it(`is commutative, associative and idempotent (seed ${HISTORIES.seed})`, () => {
    fc.assert(
      fc.property(history, (steps) => {
        const [a, b, c] = told(steps).laptops as [Writes, Writes, Writes]
        expect(mergeWrites(a, b)).toEqual(mergeWrites(b, a))
        expect(mergeWrites(mergeWrites(a, b), c)).toEqual(mergeWrites(a, mergeWrites(b, c)))
        expect(mergeWrites(a, a)).toEqual(a)
        expect(mergeWrites(mergeWrites(a, b), b)).toEqual(mergeWrites(a, b))
      }),
      HISTORIES,
    )
  })

  it(`loses nothing: what was said stands, differs, or was replaced by who said it or had seen it (seed ${HISTORIES.seed})`, () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { laptops, states } = told(steps)
        const all = laptops.reduce(mergeWrites)
        const covered = new Set(Object.values(all).flatMap(({ over }) => over))
        const standing = standingOf(all, 'agreed')
        for (const write of states.flatMap((writes) => Object.values(writes))) {
          const kept = all[write.id]
          const revisedByItsOwn = (kept?.rev ?? -1) > write.rev
          if (revisedByItsOwn || covered.has(seenAs(write))) continue
          const one = standing.get(write.key)
          const shown = one === undefined ? [null] : [one.value, ...one.others.map(({ value }) => value)]
          expect(shown).toContainEqual(write.value)
        }
      }),
      HISTORIES,
    )
  })

  it(`never lets one side hide what it had not seen (seed ${HISTORIES.seed})`, () => {
    fc.assert(
      fc.property(history, (steps) => {
        const all = told(steps).laptops.reduce(mergeWrites)
        for (const write of Object.values(all)) {
          const isHead = !Object.values(all).some(({ over }) => over.includes(seenAs(write)))
          if (isHead) expect(headsOf(all, 'agreed', write.key)).toContainEqual(write)
        }
      }),
      HISTORIES,
    )
  })
})
