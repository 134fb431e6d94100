import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PackPart } from './fileRecord'
import { canonical, mergeWrites } from './merge'
import { packed, type PackedAppraisal } from './packed'
import { sayAll, type Saying } from './say'
import { snapshot, type Standpoint } from './snapshot'
import { differencesIn, headsOf, standingOf } from './standing'
import { accepted, takePack, type Opener } from './takePack'
import { seenAs, type Write, type Writes } from './write'

/**
 * A person with two laptops and two managers, packs of any parts going round in any order and any number of times,
 * old ones among them, everybody editing, and clocks that are a day wrong either way.
 */
const LAPTOPS = [
  { laptop: 'fern1', key: 'fern', side: 'person', day: '2026-11-23' },
  { laptop: 'fern2', key: 'fern', side: 'person', day: '2026-11-22' },
  { laptop: 'oak1', key: 'oak', side: 'manager', day: '2026-11-24' },
  { laptop: 'elm1', key: 'elm', side: 'manager', day: '2026-11-23' },
] as const
const ON = 'county@1'
const PARTS: PackPart[] = ['ratings', 'evidence', 'targets', 'plan', 'conversation', 'earlier']

type Step =
  | { do: 'rate'; at: number; skill: string; level: number | null }
  | { do: 'agree'; at: number; skill: string; level: number | null }
  | { do: 'pack'; at: number; parts: PackPart[] }
  | { do: 'open'; at: number; file: number }

interface File {
  from: number
  pack: PackedAppraisal[]
}

interface Told {
  laptops: Writes[]
  /** All that was ever said anywhere, each revision of it. */
  said: Write[]
  refused: string[]
}

function told(steps: readonly Step[]): Told {
  const laptops: Writes[] = LAPTOPS.map(() => ({}))
  const ratings: Record<string, Standpoint['ratings'][string]>[] = LAPTOPS.map(() => ({}))
  const files: File[] = []
  const said = new Map<string, Write>()
  const refused: string[] = []
  const hold = (at: number, writes: Writes) => {
    laptops[at] = writes
    for (const write of Object.values(writes)) said.set(seenAs(write), write)
  }
  const sayAt = (at: number, ...sayings: Saying[]) => {
    const { laptop, day } = LAPTOPS[at]!
    hold(at, sayAll(laptops[at]!, { laptop, at: `${day}T09:00:00.000Z` }, sayings))
  }
  for (const step of steps) {
    const { at } = step
    const who = LAPTOPS[at]!
    if (step.do === 'rate' && who.side === 'person') {
      if (step.level === null) delete ratings[at]![step.skill]
      else ratings[at]![step.skill] = { level: step.level, at: `${who.day}T09:00:00.000Z`, on: ON }
    } else if (step.do === 'rate') {
      const value = step.level === null ? null : { level: step.level, on: ON }
      sayAt(at, { kind: 'given', key: `${who.key}/${step.skill}`, value })
    } else if (step.do === 'agree') {
      const value = step.level === null ? null : { level: step.level, on: ON }
      sayAt(at, { kind: 'agreed', key: step.skill, value })
    } else if (step.do === 'pack') {
      const now = { name: 'Fern', ratings: ratings[at]!, actions: [], certificates: [] }
      if (who.side === 'person') sayAt(at, ...snapshot(laptops[at]!, now, step.parts))
      files.push({ from: at, pack: packed([{ season: '2026', writes: laptops[at]! }], '2026', step.parts) })
    } else if (files.length > 0) {
      const file = files[step.file % files.length]!
      const opened = openAt(laptops[at]!, who, file)
      if (typeof opened === 'string') refused.push(opened)
      else hold(at, opened)
    }
  }
  return { laptops, said: [...said.values()], refused }
}

function openAt(writes: Writes, who: (typeof LAPTOPS)[number], { pack }: File): Writes | string {
  const opener: Opener = { ...who, appraisals: [{ season: '2026', writes }], highest: () => 4 }
  const taking = takePack(pack, opener)
  if ('refused' in taking) return taking.refused
  // What other laptops of theirs said reaches a laptop by the other side too, and its owner knows it for theirs.
  return taking.seasons.reduce((so, one) => mergeWrites(so, accepted(one, true)), writes)
}

const HISTORIES = { seed: 20_261_123, numRuns: 2_000 }
const at = fc.integer({ min: 0, max: LAPTOPS.length - 1 })
const skill = fc.constantFrom('county-a', 'county-b')
const level = fc.option(fc.integer({ min: 0, max: 4 }))
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('rate' as const), at, skill, level }),
  fc.record({ do: fc.constant('agree' as const), at, skill, level }),
  fc.record({ do: fc.constant('pack' as const), at, parts: fc.subarray(PARTS) }),
  fc.record({ do: fc.constant('open' as const), at, file: fc.nat(20) }),
)
const history = fc.array(step, { maxLength: 30 })

describe(`packs going round (seed ${HISTORIES.seed})`, () => {
  it('are never refused where nobody changed them on their way', () => {
    fc.assert(
      fc.property(history, (steps) => {
        expect(told(steps).refused).toEqual([])
      }),
      HISTORIES,
    )
  })

  it('lose nothing: what was said stands, is shown beside what stands, or was replaced by who had seen it', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { laptops, said } = told(steps)
        const all = laptops.reduce(mergeWrites)
        const replaced = new Set(Object.values(all).flatMap(({ over }) => over))
        for (const write of said) {
          const kept = all[write.id]
          expect(kept).toBeDefined()
          if (kept!.rev > write.rev || replaced.has(seenAs(write))) continue
          expect(headsOf(all, write.kind, write.key)).toContainEqual(write)
        }
      }),
      HISTORIES,
    )
  })

  it('double nothing: opened again, a file changes no laptop, and no value stands beside itself', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { laptops } = told(steps)
        LAPTOPS.forEach((who, n) => {
          const mine = laptops[n]!
          const pack = packed([{ season: '2026', writes: mine }], '2026', PARTS)
          expect(openAt(mine, who, { from: n, pack })).toEqual(mine)
          for (const { write, others } of differencesIn(mine)) {
            const values = [write, ...others].map(({ value }) => canonical(value))
            expect(new Set(values).size).toBe(values.length)
          }
        })
      }),
      HISTORIES,
    )
  })

  it('leave everybody with the same once all have had all', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { laptops } = told(steps)
        const files = laptops.map((writes, from) => ({ from, pack: [{ season: '2026', writes }] }))
        const round = (who: (typeof LAPTOPS)[number], n: number, order: File[]) =>
          order.reduce<Writes>((so, file) => {
            const opened = openAt(so, who, file)
            return typeof opened === 'string' ? so : opened
          }, laptops[n]!)
        const forth = LAPTOPS.map((who, n) => round(who, n, files))
        const back = LAPTOPS.map((who, n) => round(who, n, files.toReversed()))
        for (const one of [...forth, ...back]) expect(one).toEqual(forth[0])
        expect(standingOf(forth[0]!, 'agreed')).toEqual(standingOf(back[3]!, 'agreed'))
      }),
      HISTORIES,
    )
  })
})
