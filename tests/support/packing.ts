import { appraisalsOf, sayIn } from '../../src/database/appraisals'
import { WaymarkDatabase } from '../../src/database/database'
import { members } from '../../src/database/members'
import { changeMe, ME } from '../../src/database/people'
import { rate } from '../../src/database/ratings'
import type { Member } from '../../src/domain/appraisal/appraisal'
import type { PackPart } from '../../src/domain/appraisal/fileRecord'
import { frameworkRef } from '../../src/domain/framework'
import { cardOf } from '../../src/interchange/locked/card'
import { makeKey } from '../../src/interchange/locked/lock'
import { draftFor, draftOfMine, packKeys, type PackDraft } from '../../src/session/packs/draftPack'
import { makePack, type PackFile, type PackLock } from '../../src/session/packs/makePack'
import { takePackIn, whoseIs, type Whose } from '../../src/session/packs/takePackIn'
import { readPackFile } from '../../src/session/packs/unlockPack'
import { town } from './town'

/** Packs of made-up people of a made-up town, as their laptops make and open them. */
export const NOW = new Date('2026-11-23T09:00:00.000Z')
export const AT = NOW.toISOString()
export const PASSPHRASE = 'heron at the weir at noon'
export const frameworks = town().frameworks
export const ON = frameworkRef(frameworks[0]!)
export const [DIGGING, PLANTING] = ['town-digging', 'town-planting'] as const

/** Fern, a gardener who has rated herself in one skill, and two managers. */
export async function threeLaptops(fresh: () => WaymarkDatabase) {
  const [fern, oak, elm] = [fresh(), fresh(), fresh()]
  await changeMe(fern, { name: 'Fern Sample', role: 'town-gardener', target: 'town-foreman' })
  await changeMe(oak, { name: 'Oak Sample' })
  await changeMe(elm, { name: 'Elm Sample' })
  await rateAs(fern, DIGGING, 2)
  return { fern, oak, elm }
}

/** A person rates themselves, with evidence. */
export const rateAs = (db: WaymarkDatabase, skill: string, level: number) =>
  rate(
    db,
    skill,
    () => ({ level, at: AT, on: ON, evidence: [{ text: 'The weir garden', addedAt: AT }] }),
    () => ({ id: 'now', person: ME, title: 'Autumn 2026', startedAt: AT, ratings: {} }),
  )

/** Nobody's card: the key that opens it is kept by no one but the test, so that no passphrase costs a second. */
export async function cheapLock() {
  const pair = await makeKey()
  const key = { ...pair, name: 'Post', madeAt: AT }
  return { by: { card: cardOf(key) } satisfies PackLock, key }
}
export type Key = Awaited<ReturnType<typeof cheapLock>>['key']

const ALL: PackPart[] = ['ratings', 'targets', 'plan', 'conversation']

/** What the laptop's owner would hand their manager. */
export const draftOf = async (db: WaymarkDatabase, parts = ALL) =>
  draftOfMine(db, await packKeys(db), { season: '2026', parts })

/** What a manager would hand a member of their team back. */
export const replyTo = async (db: WaymarkDatabase, member: Member) =>
  draftFor(db, await packKeys(db), member, { season: '2026', parts: ['conversation'] })

export const packOf = (db: WaymarkDatabase, draft: PackDraft, by: PackLock, now = NOW) =>
  makePack(db, frameworks, draft, by, now)

export const asFile = ({ name, bytes }: PackFile) => new File([bytes], name)

/** Opens a file and takes it in; resolves with whom it is of. */
export async function open(db: WaymarkDatabase, file: PackFile, key: Key, whose?: Whose): Promise<string> {
  const chosen = await readPackFile(asFile(file), [key])
  if ('needs' in chosen) throw new Error('locked')
  const keys = await packKeys(db)
  const who = whose ?? whoseIs(chosen.pack, keys, await members(db)) ?? { of: 'new' }
  const note = { name: file.name, locked: chosen.locked, at: AT, withMine: false }
  return takePackIn(db, keys, frameworks, chosen.pack, who, note)
}

export const writesOf = async (db: WaymarkDatabase, person: string) =>
  (await appraisalsOf(db, person)).find(({ season }) => season === '2026')?.writes ?? {}

/** A manager gives a person a level. */
export async function give(db: WaymarkDatabase, person: string, skill: string, level: number, at = AT) {
  const { person: key } = await packKeys(db)
  await sayIn(db, person, '2026', at, { kind: 'given', key: `${key}/${skill}`, value: { level, on: ON } })
}
