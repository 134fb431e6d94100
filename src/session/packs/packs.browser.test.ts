import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { town } from '../../../tests/support/town'
import { appraisalsOf, sayIn } from '../../database/appraisals'
import { WaymarkDatabase } from '../../database/database'
import { fileRecords } from '../../database/files'
import { changeMember, members } from '../../database/members'
import { changeMe, ME } from '../../database/people'
import { rate } from '../../database/ratings'
import type { Member } from '../../domain/appraisal/appraisal'
import type { PackPart } from '../../domain/appraisal/fileRecord'
import { standingOf, valueOf } from '../../domain/appraisal/standing'
import { frameworkRef } from '../../domain/framework'
import { cardOf } from '../../interchange/locked/card'
import { lock, LockFault, makeKey } from '../../interchange/locked/lock'
import { PackFault } from '../../interchange/pack'
import { draftFor, draftOfMine, packKeys, type PackDraft } from './draftPack'
import { makePack, type PackFile, type PackLock } from './makePack'
import { previewPack, takePackIn, whoseIs, type Whose } from './takePackIn'
import { openWithPassphrase, readPackFile } from './unlockPack'

const NOW = new Date('2026-11-23T09:00:00.000Z')
const A_DAY_SLOW = new Date('2026-11-22T09:00:00.000Z')
const AT = NOW.toISOString()
const PASSPHRASE = 'heron at the weir at noon'
const frameworks = town().frameworks
const ON = frameworkRef(frameworks[0]!)
const [DIGGING, PLANTING] = ['town-digging', 'town-planting'] as const

let fern: WaymarkDatabase
let oak: WaymarkDatabase
let elm: WaymarkDatabase

beforeEach(async () => {
  const fresh = () => new WaymarkDatabase(`pack-${crypto.randomUUID()}`)
  ;[fern, oak, elm] = [fresh(), fresh(), fresh()]
  await changeMe(fern, { name: 'Fern Sample', role: 'town-gardener', target: 'town-foreman' })
  await changeMe(oak, { name: 'Oak Sample' })
  await changeMe(elm, { name: 'Elm Sample' })
  await rateAs(DIGGING, 2)
})
afterEach(async () => {
  for (const db of [fern, oak, elm]) await db.delete({ disableAutoOpen: true })
})

const rateAs = (skill: string, level: number) =>
  rate(
    fern,
    skill,
    () => ({ level, at: AT, on: ON, evidence: [{ text: 'The weir garden', addedAt: AT }] }),
    () => ({ id: 'now', person: ME, title: 'Autumn 2026', startedAt: AT, ratings: {} }),
  )

const ALL: PackPart[] = ['ratings', 'targets', 'plan', 'conversation']
/** Nobody's card: the key that opens it is kept by no one but this test, so that no passphrase costs a second. */
async function cheapLock() {
  const pair = await makeKey()
  const key = { ...pair, name: 'Post', madeAt: AT }
  return { by: { card: cardOf(key) } satisfies PackLock, key }
}

async function packOf(draft: PackDraft, db: WaymarkDatabase, by: PackLock, now = NOW): Promise<PackFile> {
  return makePack(db, frameworks, draft, by, now)
}
const mine = async (parts = ALL, season = '2026') =>
  draftOfMine(fern, await packKeys(fern), { season, parts })
const theirs = async (db: WaymarkDatabase, member: Member) =>
  draftFor(db, await packKeys(db), member, { season: '2026', parts: ['conversation'] })
const asFile = ({ name, bytes }: PackFile) => new File([bytes], name)

type Key = Awaited<ReturnType<typeof cheapLock>>['key']
async function open(db: WaymarkDatabase, file: PackFile, key: Key, whose?: Whose): Promise<string> {
  const chosen = await readPackFile(asFile(file), [key])
  if ('needs' in chosen) throw new Error('locked')
  const keys = await packKeys(db)
  const who = whose ?? whoseIs(chosen.pack, keys, await members(db)) ?? { of: 'new' }
  const note = { name: file.name, locked: chosen.locked, at: AT, withMine: false }
  return takePackIn(db, keys, frameworks, chosen.pack, who, note)
}
const writesOf = async (db: WaymarkDatabase, person: string) =>
  (await appraisalsOf(db, person)).find(({ season }) => season === '2026')?.writes ?? {}
async function give(db: WaymarkDatabase, person: string, skill: string, level: number, at = AT) {
  const { person: key } = await packKeys(db)
  await sayIn(db, person, '2026', at, { kind: 'given', key: `${key}/${skill}`, value: { level, on: ON } })
}

describe('a pack', () => {
  it('holds what is ticked and nothing else, with the words of its skills', async () => {
    const { by, key } = await cheapLock()
    const chosen = await readPackFile(asFile(await packOf(await mine(['ratings']), fern, by)), [key])
    const text = JSON.stringify(chosen)
    expect(text).toContain('Does Digging as at level 2')
    expect(text).not.toContain('The weir garden')
    expect(text).not.toContain('town-foreman')
    expect(chosen).toMatchObject({ pack: { parts: ['ratings'], person: { name: 'Fern Sample' } } })
  })

  it('is noted down where it is made and where it is taken in', async () => {
    const { by, key } = await cheapLock()
    const file = await packOf(await mine(['ratings']), fern, by)
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
    const first = await open(oak, await packOf(await mine(), fern, by), key)
    const second = await open(oak, await packOf(await mine(), fern, by), key)
    expect(second).toBe(first)
    expect(await members(oak)).toMatchObject([{ id: first, name: 'Fern Sample', role: 'town-gardener' }])
  })

  it('goes to a member who was there by name only, when the manager says that is them', async () => {
    const { by, key } = await cheapLock()
    await changeMember(oak, 'm1', () => ({ id: 'm1', name: 'F. Sample', addedAt: AT }))
    await give(oak, 'm1', DIGGING, 3)
    await open(oak, await packOf(await mine(), fern, by), key, { of: 'member', id: 'm1' })
    const { person } = await packKeys(fern)
    expect(await members(oak)).toMatchObject([{ id: 'm1', name: 'F. Sample', key: person }])
    expect([...standingOf(await writesOf(oak, 'm1'), 'given').values()]).toHaveLength(1)
  })

  it('writes nothing before it is taken in, and says what it would bring', async () => {
    const { by, key } = await cheapLock()
    const chosen = await readPackFile(asFile(await packOf(await mine(), fern, by)), [key])
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
    const older = await packOf(await mine(), fern, by)
    await rateAs(DIGGING, 3)
    await rateAs(PLANTING, 1)
    const newer = await packOf(await mine(), fern, by)
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
    const reply = await packOf(await theirs(oak, member!), oak, by, A_DAY_SLOW)
    expect(await open(fern, reply, key)).toBe(ME)
    const both = standingOf(await writesOf(fern, ME), 'agreed').get(DIGGING)!
    expect([both.value, ...both.others.map(({ value }) => value)].map((one) => one?.level).sort()).toEqual([
      2, 3,
    ])

    await sayIn(fern, ME, '2026', AT, agreed(3))
    await open(oak, await packOf(await mine(), fern, by), key)
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
    const pack = await packOf(await mine(), fern, by)
    for (const [db, level] of [
      [oak, 2],
      [elm, 3],
    ] as const) {
      const id = await open(db, pack, key)
      await give(db, id, DIGGING, level)
      const [member] = await members(db)
      await open(fern, await packOf(await theirs(db, member!), db, by), key)
    }
    const given = standingOf(await writesOf(fern, ME), 'given')
    expect([...given.values()].map(({ value }) => value?.level).sort()).toEqual([2, 3])
    expect(
      [...standingOf(await writesOf(fern, ME), 'manager').values()].map(({ value }) => value?.name).sort(),
    ).toEqual(['Elm Sample', 'Oak Sample'])
  })

  it('counts as given what the saved copy holds, and not what is said after it', async () => {
    const { by, key } = await cheapLock()
    const id = await open(oak, await packOf(await mine(), fern, by), key)
    await give(oak, id, DIGGING, 2)
    const [member] = await members(oak)
    await packOf(await theirs(oak, member!), oak, by)
    const first = (await appraisalsOf(oak, id))[0]!.handedOver
    expect(first).toHaveLength(1)
    await give(oak, id, PLANTING, 1)
    expect((await appraisalsOf(oak, id))[0]!.handedOver).toEqual(first)
  })

  it('leaves the person’s own self-assessment alone when agreed levels arrive', async () => {
    const { by, key } = await cheapLock()
    const id = await open(oak, await packOf(await mine(), fern, by), key)
    await sayIn(oak, id, '2026', AT, { kind: 'agreed', key: DIGGING, value: { level: 1, on: ON } })
    const [member] = await members(oak)
    const before = await fern.assessments.toArray()
    await open(fern, await packOf(await theirs(oak, member!), oak, by), key)
    expect(await fern.assessments.toArray()).toEqual(before)
    expect(valueOf(await writesOf(fern, ME), 'agreed', DIGGING)?.level).toBe(1)
  })

  it('takes in a copy made before the manager knew whose key it is, when the person says it is of them', async () => {
    const { by, key } = await cheapLock()
    await changeMember(oak, 'm1', () => ({ id: 'm1', name: 'F. Sample', addedAt: AT }))
    await give(oak, 'm1', DIGGING, 2)
    const [member] = await members(oak)
    const reply = await packOf(await theirs(oak, member!), oak, by)
    expect(await open(fern, reply, key, { of: 'me' })).toBe(ME)
    expect(standingOf(await writesOf(fern, ME), 'given').size).toBe(1)
    expect(await members(fern)).toEqual([])
  })
})

describe('a file is refused, in one sentence, and nothing is written:', () => {
  const refusal = async (db: WaymarkDatabase, file: File, keys: Key[] = []) => {
    const reason = await readPackFile(file, keys).then(
      () => undefined,
      (fault: unknown) => fault,
    )
    expect(await db.files.count()).toBe(0)
    return reason
  }
  const locked = async (text: string, { recipient }: Key) =>
    new File([await lock(text, { recipients: [recipient] })], 'fern.age')

  it('a wrong passphrase, and the right one opens it afterwards', async () => {
    const file = await packOf(await mine(), fern, { passphrase: PASSPHRASE })
    expect(await readPackFile(asFile(file), [])).toMatchObject({ needs: 'passphrase' })
    await expect(openWithPassphrase(file.name, file.bytes, 'heron at the weir at moon')).rejects.toEqual(
      new LockFault('wrong-passphrase'),
    )
    expect(await openWithPassphrase(file.name, file.bytes, PASSPHRASE)).toMatchObject({
      locked: 'passphrase',
    })
  })

  it('a cut file', async () => {
    const { by, key } = await cheapLock()
    const { name, bytes } = await packOf(await mine(), fern, by)
    const cut = new File([bytes.slice(0, bytes.length - 40)], name)
    expect(await refusal(oak, cut, [key])).toEqual(new LockFault('damaged'))
  })

  it('a newer version', async () => {
    const { key } = await cheapLock()
    expect(await refusal(oak, await locked('{"waymark":"pack","v":2}', key), [key])).toEqual(
      new PackFault('fern.age was made by a newer Waymark: update this one first, then open it.'),
    )
  })

  it('hostile JSON inside a sound lock', async () => {
    const { key } = await cheapLock()
    const hostile = await locked('{"waymark":"pack","v":1,"__proto__":{"isAdmin":true}}', key)
    expect(await refusal(oak, hostile, [key])).toEqual(
      new PackFault('fern.age cannot be opened: it holds a forbidden name, at __proto__.'),
    )
  })

  it('one locked to a card whose key is not here, or to another card', async () => {
    const { by } = await cheapLock()
    const other = await cheapLock()
    const file = asFile(await packOf(await mine(), fern, by))
    expect(await refusal(oak, file)).toMatchObject({
      message: expect.stringContaining('no manager’s key on this laptop') as string,
    })
    expect(await refusal(oak, file, [other.key])).toMatchObject({
      message: expect.stringContaining('another card than yours') as string,
    })
  })

  it('one that speaks in this laptop’s own hand', async () => {
    const { by, key } = await cheapLock()
    const id = await open(oak, await packOf(await mine(), fern, by), key)
    await give(oak, id, DIGGING, 2)
    const [member] = await members(oak)
    const reply = await readPackFile(asFile(await packOf(await theirs(oak, member!), oak, by)), [key])
    if ('needs' in reply) throw new Error('locked')
    const altered = JSON.parse(
      JSON.stringify(reply.pack).replaceAll('"level":2', '"level":3'),
    ) as typeof reply.pack
    const keys = await packKeys(oak)
    const note = { name: 'x.age', locked: 'card', at: AT, withMine: true } as const
    await expect(
      takePackIn(oak, keys, frameworks, altered, { of: 'member', id }, note),
    ).rejects.toBeInstanceOf(PackFault)
    expect([...standingOf(await writesOf(oak, id), 'given').values()][0]?.value?.level).toBe(2)
  })
})

it('notes nothing down, and counts nothing as given, where the lock was stopped', async () => {
  const stop = new AbortController()
  const making = makePack(fern, frameworks, await mine(), { passphrase: PASSPHRASE }, NOW, {
    signal: stop.signal,
    onProgress: () => stop.abort(),
  })
  await expect(making).rejects.toMatchObject({ name: 'AbortError' })
  expect(await fileRecords(fern)).toEqual([])
})
