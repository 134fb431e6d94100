import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { town } from '../../../tests/support/town'
import type { Pack } from '../../contract/pack'
import { appraisalsOf, sayIn } from '../../database/appraisals'
import { makeBackup } from '../../database/backup'
import { WaymarkDatabase } from '../../database/database'
import { members } from '../../database/members'
import { changeMe, ME } from '../../database/people'
import { restore } from '../../database/restore'
import { packed } from '../../domain/appraisal/packed'
import type { Saying } from '../../domain/appraisal/say'
import { notYetGiven } from '../../domain/appraisal/stage'
import { headsOf } from '../../domain/appraisal/standing'
import { seenAs, type Side, type Write } from '../../domain/appraisal/write'
import { frameworkRef } from '../../domain/framework'
import { packKeys } from './draftPack'
import { takePackIn, whoseIs } from './takePackIn'

/** A manager with two laptops, one restored from a copy of the other, both used from then on; and one of their staff. */
const NOW = new Date('2026-11-23T09:00:00.000Z')
const AT = NOW.toISOString()
const frameworks = town().frameworks
const ON = frameworkRef(frameworks[0]!)
const HISTORIES = { seed: 20_261_123, numRuns: 25 }

let opened: WaymarkDatabase[]
let fern: WaymarkDatabase
let oaks: [WaymarkDatabase, WaymarkDatabase]

async function begin(): Promise<void> {
  opened = Array.from({ length: 3 }, () => new WaymarkDatabase(`two-${crypto.randomUUID()}`))
  const [person, first, second] = opened as [WaymarkDatabase, WaymarkDatabase, WaymarkDatabase]
  fern = person
  oaks = [first, second]
  await changeMe(fern, { name: 'Fern Sample' })
  await changeMe(first, { name: 'Oak Sample' })
  await packKeys(first)
  await restore(second, await makeBackup(first, NOW))
}
const end = () => Promise.all(opened.map((db) => db.delete({ disableAutoOpen: true })))
beforeEach(begin)
afterEach(end)

async function packFrom(db: WaymarkDatabase, person: string, as: Side): Promise<Pack> {
  const { person: key } = await packKeys(db)
  const name = as === 'person' ? 'Fern Sample' : 'Oak Sample'
  const parts = ['ratings', 'conversation'] as const
  return {
    waymark: 'pack',
    v: 1,
    madeAt: AT,
    from: { key, name, as },
    person: { key: (await packKeys(fern)).person, name: 'Fern Sample' },
    parts: [...parts],
    appraisals: packed(await appraisalsOf(db, person), '2026', parts),
    wordings: [],
  }
}

async function take(db: WaymarkDatabase, pack: Pack): Promise<void> {
  const keys = await packKeys(db)
  const whose = whoseIs(pack, keys, await members(db)) ?? { of: 'new' }
  const note = { name: 'x.age', locked: 'card', at: AT, withMine: true } as const
  await takePackIn(db, keys, frameworks, pack, whose, note)
}
const carry = async (from: number, to: number) => restore(oaks[to]!, await makeBackup(oaks[from]!, NOW))
const toOak = async (at: number) => take(oaks[at]!, await packFrom(fern, ME, 'person'))
async function toFern(at: number): Promise<void> {
  const [member] = await members(oaks[at]!)
  if (member?.key !== undefined) await take(fern, await packFrom(oaks[at]!, member.id, 'manager'))
}
async function sayAt(at: number, saying: Saying): Promise<void> {
  const [member] = await members(oaks[at]!)
  if (member !== undefined) await sayIn(oaks[at]!, member.id, '2026', AT, saying)
}
const agreed = (level: number): Saying => ({
  kind: 'agreed',
  key: 'town-digging',
  value: { level, on: ON },
})
const writesAt = async (db: WaymarkDatabase, person: string) =>
  (await appraisalsOf(db, person)).find(({ season }) => season === '2026')?.writes ?? {}

it('is one person where two laptops of a manager each added them by their own file', async () => {
  await toOak(0)
  await toOak(1)
  await sayAt(0, agreed(2))
  await sayAt(1, agreed(3))
  await carry(0, 1)
  await carry(1, 0)
  for (const db of oaks) {
    const [member, ...more] = await members(db)
    expect(more).toEqual([])
    expect(await appraisalsOf(db, member!.id)).toHaveLength(1)
    expect(await db.appraisals.count()).toBe(1)
    expect(headsOf(await writesAt(db, member!.id), 'agreed', 'town-digging')).toHaveLength(2)
    expect((await db.files.toArray()).map(({ person }) => person)).toEqual([member!.id, member!.id])
  }
})

it('counts what either laptop handed over as given', async () => {
  await toOak(0)
  await carry(0, 1)
  const { person: oak } = await packKeys(oaks[0])
  for (const [at, db] of oaks.entries()) {
    const [member] = await members(db)
    const skill = `${oak}/town-${at === 0 ? 'digging' : 'planting'}`
    const { writes } = await sayIn(db, member!.id, '2026', AT, {
      kind: 'given',
      key: skill,
      value: { level: 1, on: ON },
    })
    const [write] = headsOf(writes, 'given', skill)
    await db.appraisals.update(`${member!.id}/2026`, { handedOver: [seenAs(write!)] })
  }
  await carry(1, 0)
  const [member] = await members(oaks[0])
  expect(notYetGiven((await appraisalsOf(oaks[0], member!.id))[0]!, oak)).toEqual([])
})

it('loses nothing and doubles nobody, whichever way files and copies cross (seed 20261123)', async () => {
  const at = fc.integer({ min: 0, max: 1 })
  const level = fc.integer({ min: 0, max: 3 })
  const step = fc.oneof(
    fc.record({ do: fc.constantFrom('agree', 'give'), at, level }),
    fc.record({ do: fc.constantFrom('carry', 'to oak', 'to fern', 'fern agrees'), at, level }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      await end()
      await begin()
      const { person: oak } = await packKeys(oaks[0])
      const said = new Map<string, Write>()
      const holders = async () => {
        const all = [await writesAt(fern, ME)]
        for (const db of oaks) for (const { id } of await members(db)) all.push(await writesAt(db, id))
        return all
      }
      await sayIn(fern, ME, '2026', AT, { kind: 'person', key: '', value: { name: 'Fern Sample' } })
      for (const { do: what, at: one, level: to } of steps) {
        if (what === 'agree') await sayAt(one, agreed(to))
        else if (what === 'give')
          await sayAt(one, { kind: 'given', key: `${oak}/town-digging`, value: { level: to, on: ON } })
        else if (what === 'carry') await carry(one, 1 - one)
        else if (what === 'to oak') await toOak(one)
        else if (what === 'to fern') await toFern(one)
        else await sayIn(fern, ME, '2026', AT, agreed(to))
        for (const writes of await holders())
          for (const write of Object.values(writes)) said.set(seenAs(write), write)
      }
      for (let round = 0; round < 2; round += 1) {
        for (const one of [0, 1]) await toOak(one)
        await carry(0, 1)
        await carry(1, 0)
        for (const one of [0, 1]) await toFern(one)
      }
      for (const db of oaks) expect(await members(db)).toHaveLength(1)
      const [first, ...others] = await holders()
      for (const other of others) expect(other).toEqual(first)
      const replaced = new Set(Object.values(first!).flatMap(({ over }) => over))
      for (const write of said.values()) {
        expect(first![write.id]).toBeDefined()
        if (first![write.id]!.rev > write.rev || replaced.has(seenAs(write))) continue
        expect(headsOf(first!, write.kind, write.key)).toContainEqual(write)
      }
    }),
    HISTORIES,
  )
})
