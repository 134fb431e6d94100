import type { Pack } from '../../contract/pack'
import { actionsOf } from '../../database/actions'
import { appraisalsOf } from '../../database/appraisals'
import { certificatesOf } from '../../database/certificates'
import type { WaymarkDatabase } from '../../database/database'
import { appraisalKey, laptopKey } from '../../database/laptopKeys'
import { me, ME } from '../../database/people'
import { currentAssessment } from '../../database/ratings'
import type { Appraisal, Member, Season } from '../../domain/appraisal/appraisal'
import type { PackPart } from '../../domain/appraisal/fileRecord'
import { packed, type PackedAppraisal } from '../../domain/appraisal/packed'
import { sayAll, type Saying } from '../../domain/appraisal/say'
import { snapshot } from '../../domain/appraisal/snapshot'
import { valueOf } from '../../domain/appraisal/standing'
import type { Writes } from '../../domain/appraisal/write'

/** What the maker of a pack wants in it. */
export interface Wish {
  season: Season
  parts: readonly PackPart[]
}

/** Who this laptop's owner is in packs, and what its writes are known by. */
export interface PackKeys {
  person: string
  laptop: string
}

/** A pack as it would be now, before anything of it is written down. */
export interface PackDraft extends Pick<Pack, 'from' | 'person' | 'eraseOn'>, Wish {
  /** Whose appraisals on this laptop: `me`, or a member's id. */
  of: string
  /** What making it says first, so that the appraisal holds what the pack does. */
  sayings: Saying[]
  appraisals: PackedAppraisal[]
}

export async function packKeys(db: WaymarkDatabase): Promise<PackKeys> {
  return { person: await appraisalKey(db), laptop: await laptopKey(db) }
}

/** A pack for my manager. Only reads, so that a page may follow it. */
export async function draftOfMine(db: WaymarkDatabase, keys: PackKeys, wish: Wish): Promise<PackDraft> {
  const person = await me(db)
  const all = await appraisalsOf(db, ME)
  const name = person.name ?? ''
  const sayings = snapshot(
    writesOf(all, wish.season),
    {
      ...person,
      name,
      ratings: (await currentAssessment(db, ME))?.ratings ?? {},
      actions: await actionsOf(db, ME),
      certificates: await certificatesOf(db, ME),
    },
    wish.parts,
  )
  const whose = { key: keys.person, name }
  return drafted(keys, wish, all, sayings, { of: ME, from: { ...whose, as: 'person' }, person: whose })
}

/** A copy for a member of my team of what I say of them. Only reads. */
export async function draftFor(
  db: WaymarkDatabase,
  keys: PackKeys,
  member: Member,
  wish: Wish,
): Promise<PackDraft> {
  const all = await appraisalsOf(db, member.id)
  const name = (await me(db)).name ?? ''
  const known = valueOf(writesOf(all, wish.season), 'manager', keys.person)?.name
  const sayings: Saying[] = known === name ? [] : [{ kind: 'manager', key: keys.person, value: { name } }]
  return drafted(keys, wish, all, sayings, {
    of: member.id,
    from: { key: keys.person, name, as: 'manager' },
    person: { key: member.key ?? unknownKey(member), name: member.name },
    ...(member.eraseOn !== undefined && { eraseOn: member.eraseOn }),
  })
}

function drafted(
  { laptop }: PackKeys,
  { season, parts }: Wish,
  all: readonly Appraisal[],
  sayings: Saying[],
  whose: Pick<PackDraft, 'of' | 'from' | 'person' | 'eraseOn'>,
): PackDraft {
  const writes = sayAll(writesOf(all, season), { laptop, at: new Date().toISOString() }, sayings)
  const others = all.filter((one) => one.season !== season)
  return {
    ...whose,
    season,
    parts,
    sayings,
    appraisals: packed([...others, { season, writes }], season, parts),
  }
}

function writesOf(all: readonly Appraisal[], season: Season): Writes {
  return all.find((one) => one.season === season)?.writes ?? {}
}

/** Who somebody is until a pack of theirs says: their laptop then asks them whether the file is of them. */
function unknownKey({ id }: Member): string {
  return id.replace(/[^0-9a-z]/g, '').slice(0, 32)
}
