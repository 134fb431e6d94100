import type { Pack } from '../../contract/pack'
import { appraisalsOf, mergeInto } from '../../database/appraisals'
import type { WaymarkDatabase } from '../../database/database'
import { recordFile } from '../../database/files'
import { changeMember, members } from '../../database/members'
import { ME } from '../../database/people'
import { keepWordings } from '../../database/wordings'
import type { Member } from '../../domain/appraisal/appraisal'
import type { FileRecord } from '../../domain/appraisal/fileRecord'
import { canonical, mergeWrites } from '../../domain/appraisal/merge'
import { valueOf } from '../../domain/appraisal/standing'
import { accepted, takePack, toChoose, type Opener, type Taken } from '../../domain/appraisal/takePack'
import { orderOf, type Write } from '../../domain/appraisal/write'
import type { Framework } from '../../domain/framework'
import { PackFault } from '../../interchange/pack'
import type { PackKeys } from './draftPack'
import { refsIn } from './refsIn'
import { wordingSource } from './wordingSource'

/** Whose a pack is here: the laptop's owner's, a member's of their team, or somebody's who is to become one. */
export type Whose = { of: 'me' } | { of: 'member'; id: Member['id'] } | { of: 'new' }

/** What taking a pack in would bring. */
export interface Preview {
  seasons: Taken[]
  /** How many things would stand differently from either side, to be chosen from. */
  toChoose: number
}

/** Whose a pack is, as far as its key says; undefined where somebody has to. */
export function whoseIs(pack: Pack, keys: PackKeys, team: readonly Member[]): Whose | undefined {
  if (pack.person.key === keys.person) return { of: 'me' }
  const member = team.find(({ key }) => key === pack.person.key)
  return member === undefined ? undefined : { of: 'member', id: member.id }
}

/**
 * Whose a pack must be where its key is not known: who was rated before any pack of theirs came is known by what
 * this laptop said of them, which comes back in it, as it stands or from before. Undefined where it holds nothing of
 * this laptop's, or where it may be of several.
 */
export async function whoseWas(db: WaymarkDatabase, keys: PackKeys, pack: Pack): Promise<Whose | undefined> {
  const ours = pack.appraisals.flatMap(({ season, writes }) =>
    Object.values(writes).flatMap((write) => (orderOf(write.id)[1] === keys.laptop ? { season, write } : [])),
  )
  if (ours.length === 0) return undefined
  const fitting: Member['id'][] = []
  for (const { id } of await members(db)) {
    const appraisals = await appraisalsOf(db, id)
    const hereOf = ({ season, write }: (typeof ours)[number]) =>
      appraisals.find((one) => one.season === season)?.writes[write.id]
    // Ids are counted in each appraisal anew, so that an id alone tells nobody from another.
    if (ours.some((one) => canonical(hereOf(one)) === canonical(one.write))) return { of: 'member', id }
    if (ours.every((one) => isEarlier(one.write, hereOf(one)))) fitting.push(id)
  }
  const [only, ...others] = fitting
  return only === undefined || others.length > 0 ? undefined : { of: 'member', id: only }
}

function isEarlier(write: Write, here: Write | undefined): boolean {
  return here !== undefined && here.kind === write.kind && here.key === write.key && here.rev > write.rev
}

/**
 * What a pack would bring to somebody. Writes nothing.
 * @throws PackFault, one sentence for the person.
 */
export async function previewPack(
  db: WaymarkDatabase,
  keys: PackKeys,
  inUse: readonly Framework[],
  pack: Pack,
  whose: Whose,
): Promise<Preview> {
  return previewed(await openerOf(db, keys, inUse, pack, whose), pack)
}

/**
 * Takes a pack in, all of it or nothing, notes the file down, and resolves once durable with whom it is of: `me`,
 * or a member's id. The same pack again changes nothing but that note.
 * @throws PackFault, one sentence for the person.
 */
export async function takePackIn(
  db: WaymarkDatabase,
  keys: PackKeys,
  inUse: readonly Framework[],
  pack: Pack,
  whose: Whose,
  file: Pick<FileRecord, 'name' | 'locked' | 'at'> & { withMine: boolean },
): Promise<string> {
  const levels = await openerOf(db, keys, inUse, pack, whose)
  return db.transaction('rw', db.members, db.appraisals, db.wordings, db.files, db.notes, async () => {
    const person = await personFor(db, pack, whose, file.at)
    // Read again: another tab may have said something since.
    const opener = { ...levels, appraisals: await appraisalsOf(db, person) }
    for (const taken of previewed(opener, pack).seasons)
      await mergeInto(db, person, taken.season, accepted(taken, file.withMine))
    await keepWordings(db, pack.wordings)
    await recordFile(db, {
      at: file.at,
      did: 'opened',
      what: 'pack',
      name: file.name,
      person,
      ...(pack.from.name !== '' && { with: pack.from.name }),
      parts: pack.parts,
      locked: file.locked,
      ...(pack.eraseOn !== undefined && { keptUntil: pack.eraseOn }),
    })
    return person
  })
}

function previewed(opener: Opener, pack: Pack): Preview {
  const taking = takePack(pack.appraisals, opener)
  if ('refused' in taking) throw new PackFault(taking.refused)
  const choices = taking.seasons.map(({ season, writes }) => {
    const here = opener.appraisals.find((one) => one.season === season)?.writes ?? {}
    return toChoose(mergeWrites(here, writes), opener.side, opener.key).length
  })
  return { seasons: taking.seasons, toChoose: choices.reduce((sum, count) => sum + count, 0) }
}

async function openerOf(
  db: WaymarkDatabase,
  keys: PackKeys,
  inUse: readonly Framework[],
  pack: Pack,
  whose: Whose,
): Promise<Opener> {
  const source = await wordingSource(db, inUse, refsIn(pack.appraisals))
  const highest = (ref: string) => {
    // A pack's own word for a scale counts only where this laptop has none.
    const levels =
      source.framework(ref)?.scale.levels ??
      source.kept(ref)?.levels ??
      pack.wordings.find((wording) => wording.ref === ref)?.levels
    return levels === undefined || levels.length === 0
      ? undefined
      : Math.max(...levels.map(({ ordinal }) => ordinal))
  }
  const person = whose.of === 'me' ? ME : whose.of === 'member' ? whose.id : undefined
  return {
    laptop: keys.laptop,
    key: keys.person,
    side: whose.of === 'me' ? 'person' : 'manager',
    appraisals: person === undefined ? [] : await appraisalsOf(db, person),
    highest,
  }
}

/** The person here that the pack is of: a member is from now on known by its key, and a new one added. */
async function personFor(db: WaymarkDatabase, pack: Pack, whose: Whose, at: string): Promise<string> {
  if (whose.of === 'me') return ME
  const { key, name } = pack.person
  // Added meanwhile, by another file of theirs in the same drop.
  const known = (await members(db)).find((member) => member.key === key)
  const id = whose.of === 'member' ? whose.id : (known?.id ?? crypto.randomUUID())
  const said = pack.appraisals.map(({ writes }) => valueOf(writes, 'person', '')).find((one) => one)
  await changeMember(db, id, (before) => ({
    ...(before ?? { id, name: name || 'No name given', addedAt: at }),
    key,
    ...(before?.role === undefined && said?.role !== undefined && { role: said.role }),
    ...(before?.unit === undefined && said?.unit !== undefined && { unit: said.unit }),
  }))
  return id
}
