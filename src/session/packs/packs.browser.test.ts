import { beforeEach, describe, expect, it } from 'vitest'
import { freshDatabases } from '../../../tests/support/freshDatabases'
import {
  AT,
  DIGGING,
  NOW,
  ON,
  PASSPHRASE,
  PLANTING,
  asFile,
  cheapLock,
  draftOf,
  frameworks,
  give,
  open,
  packOf,
  rateAs,
  replyTo,
  threeLaptops,
  writesOf,
} from '../../../tests/support/packing'
import { appraisalsOf, sayIn } from '../../database/appraisals'
import type { WaymarkDatabase } from '../../database/database'
import { fileRecords } from '../../database/files'
import { changeMember, members } from '../../database/members'
import { ME } from '../../database/people'
import { standingOf, valueOf } from '../../domain/appraisal/standing'
import { packKeys } from './draftPack'
import { makePack } from './makePack'
import { previewPack } from './takePackIn'
import { readPackFile } from './unlockPack'

const A_DAY_SLOW = new Date('2026-11-22T09:00:00.000Z')

const fresh = freshDatabases('pack')
let fern: WaymarkDatabase
let oak: WaymarkDatabase
let elm: WaymarkDatabase
beforeEach(async () => {
  ;({ fern, oak, elm } = await threeLaptops(fresh))
})

describe('a pack', () => {
  it('holds what is ticked and nothing else, with the words of its skills', async () => {
    const { by, key } = await cheapLock()
    const chosen = await readPackFile(asFile(await packOf(fern, await draftOf(fern, ['ratings']), by)), [key])
    const text = JSON.stringify(chosen)
    expect(text).toContain('Does Digging as at level 2')
    expect(text).not.toContain('The weir garden')
    expect(text).not.toContain('town-foreman')
    expect(chosen).toMatchObject({ pack: { parts: ['ratings'], person: { name: 'Fern Sample' } } })
  })

  it('is noted down where it is made and where it is taken in', async () => {
    const { by, key } = await cheapLock()
    const file = await packOf(fern, await draftOf(fern, ['ratings']), by)
    expect(file.name).toBe('appraisal-2026-fern-sample-2026-11-23.age')
    expect(await fileRecords(fern)).toMatchObject([
      { did: 'made', what: 'pack', with: 'Post', parts: ['ratings'], locked: 'card', person: ME },
    ])
    const person = await open(oak, file, key)
    expect(await fileRecords(oak)).toMatchObject([
      { did: 'opened', with: 'Fern Sample', parts: ['ratings'], locked: 'card', person },
    ])
  })

  it('adds who it is of to the team, and knows them by their key the next time', async () => {
    const { by, key } = await cheapLock()
    const first = await open(oak, await packOf(fern, await draftOf(fern), by), key)
    const second = await open(oak, await packOf(fern, await draftOf(fern), by), key)
    expect(second).toBe(first)
    expect(await members(oak)).toMatchObject([{ id: first, name: 'Fern Sample', role: 'town-gardener' }])
  })

  it('goes to a member who was there by name only, when the manager says that is them', async () => {
    const { by, key } = await cheapLock()
    await changeMember(oak, 'm1', () => ({ id: 'm1', name: 'F. Sample', addedAt: AT }))
    await give(oak, 'm1', DIGGING, 3)
    await open(oak, await packOf(fern, await draftOf(fern), by), key, { of: 'member', id: 'm1' })
    const { person } = await packKeys(fern)
    expect(await members(oak)).toMatchObject([{ id: 'm1', name: 'F. Sample', key: person }])
    expect([...standingOf(await writesOf(oak, 'm1'), 'given').values()]).toHaveLength(1)
  })

  it('writes nothing before it is taken in, and says what it would bring', async () => {
    const { by, key } = await cheapLock()
    const chosen = await readPackFile(asFile(await packOf(fern, await draftOf(fern), by)), [key])
    if ('needs' in chosen) throw new Error('locked')
    const preview = await previewPack(oak, await packKeys(oak), frameworks, chosen.pack, { of: 'new' })
    expect(preview.seasons[0]?.fresh.map(({ kind }) => kind).sort()).toEqual(['own', 'person', 'target'])
    expect(await members(oak)).toEqual([])
    expect(await fileRecords(oak)).toEqual([])
  })
})

describe('an appraisal by file, both ways,', () => {
  it('loses nothing and doubles nothing: twice, old after new, both edited, a clock a day slow', async () => {
    const { by, key } = await cheapLock()
    const older = await packOf(fern, await draftOf(fern), by)
    await rateAs(fern, DIGGING, 3)
    await rateAs(fern, PLANTING, 1)
    const newer = await packOf(fern, await draftOf(fern), by)
    const id = await open(oak, newer, key)
    for (const again of [older, newer, older]) await open(oak, again, key)
    const atOaks = await writesOf(oak, id)
    expect(valueOf(atOaks, 'own', DIGGING)?.level).toBe(3)
    expect(standingOf(atOaks, 'own').size).toBe(2)

    const agreed = (level: number) => ({ kind: 'agreed', key: DIGGING, value: { level, on: ON } }) as const
    await give(oak, id, DIGGING, 2, A_DAY_SLOW.toISOString())
    await sayIn(oak, id, '2026', A_DAY_SLOW.toISOString(), agreed(2))
    await sayIn(fern, ME, '2026', AT, agreed(3))
    const [member] = await members(oak)
    const reply = await packOf(oak, await replyTo(oak, member!), by, A_DAY_SLOW)
    expect(await open(fern, reply, key)).toBe(ME)
    const both = standingOf(await writesOf(fern, ME), 'agreed').get(DIGGING)!
    expect([both.value, ...both.others.map(({ value }) => value)].map((one) => one?.level).sort()).toEqual([
      2, 3,
    ])

    await sayIn(fern, ME, '2026', AT, agreed(3))
    await open(oak, await packOf(fern, await draftOf(fern), by), key)
    await open(fern, reply, key)
    for (const [db, person] of [
      [oak, id],
      [fern, ME],
    ] as const) {
      const settled = standingOf(await writesOf(db, person), 'agreed').get(DIGGING)
      expect(settled).toMatchObject({ value: { level: 3 }, others: [] })
      expect(standingOf(await writesOf(db, person), 'given').size).toBe(1)
    }
    expect(await members(oak)).toHaveLength(1)
  })

  it('holds two managers apart: each gives, and the person has both', async () => {
    const { by, key } = await cheapLock()
    const pack = await packOf(fern, await draftOf(fern), by)
    for (const [db, level] of [
      [oak, 2],
      [elm, 3],
    ] as const) {
      const id = await open(db, pack, key)
      await give(db, id, DIGGING, level)
      const [member] = await members(db)
      await open(fern, await packOf(db, await replyTo(db, member!), by), key)
    }
    const given = standingOf(await writesOf(fern, ME), 'given')
    expect([...given.values()].map(({ value }) => value?.level).sort()).toEqual([2, 3])
    expect(
      [...standingOf(await writesOf(fern, ME), 'manager').values()].map(({ value }) => value?.name).sort(),
    ).toEqual(['Elm Sample', 'Oak Sample'])
  })

  it('counts as given what the saved copy holds, and not what is said after it', async () => {
    const { by, key } = await cheapLock()
    const id = await open(oak, await packOf(fern, await draftOf(fern), by), key)
    await give(oak, id, DIGGING, 2)
    const [member] = await members(oak)
    await packOf(oak, await replyTo(oak, member!), by)
    const first = (await appraisalsOf(oak, id))[0]!.handedOver
    expect(first).toHaveLength(1)
    await give(oak, id, PLANTING, 1)
    expect((await appraisalsOf(oak, id))[0]!.handedOver).toEqual(first)
  })

  it('leaves the person’s own self-assessment alone when agreed levels arrive', async () => {
    const { by, key } = await cheapLock()
    const id = await open(oak, await packOf(fern, await draftOf(fern), by), key)
    await sayIn(oak, id, '2026', AT, { kind: 'agreed', key: DIGGING, value: { level: 1, on: ON } })
    const [member] = await members(oak)
    const before = await fern.assessments.toArray()
    await open(fern, await packOf(oak, await replyTo(oak, member!), by), key)
    expect(await fern.assessments.toArray()).toEqual(before)
    expect(valueOf(await writesOf(fern, ME), 'agreed', DIGGING)?.level).toBe(1)
  })

  it('takes in a copy made before the manager knew whose key it is, when the person says it is of them', async () => {
    const { by, key } = await cheapLock()
    await changeMember(oak, 'm1', () => ({ id: 'm1', name: 'F. Sample', addedAt: AT }))
    await give(oak, 'm1', DIGGING, 2)
    const [member] = await members(oak)
    const reply = await packOf(oak, await replyTo(oak, member!), by)
    expect(await open(fern, reply, key, { of: 'me' })).toBe(ME)
    expect(standingOf(await writesOf(fern, ME), 'given').size).toBe(1)
    expect(await members(fern)).toEqual([])
  })
})

it('notes nothing down, and counts nothing as given, where the lock was stopped', async () => {
  const stop = new AbortController()
  const making = makePack(fern, frameworks, await draftOf(fern), { passphrase: PASSPHRASE }, NOW, {
    signal: stop.signal,
    onProgress: () => stop.abort(),
  })
  await expect(making).rejects.toMatchObject({ name: 'AbortError' })
  expect(await fileRecords(fern)).toEqual([])
})
