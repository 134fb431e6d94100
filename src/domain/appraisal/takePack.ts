import type { Season } from './appraisal'
import { canonical, mergeWrites } from './merge'
import type { PackedAppraisal } from './packed'
import { differencesIn, type Standing } from './standing'
import {
  WRITES_MAX,
  highestCount,
  orderOf,
  seenOf,
  type Kind,
  type Side,
  type Write,
  type Writes,
} from './write'

/** Who opens a pack, and what is here of the person it is of. */
export interface Opener {
  /** What this laptop's own writes are known by. */
  laptop: string
  /** Who the laptop's owner is. */
  key: string
  /** Which of the two they are to the person. */
  side: Side
  appraisals: readonly PackedAppraisal[]
  /** The highest level of a framework version; undefined where it is known neither here nor in the pack. */
  highest: (ref: string) => number | undefined
}

/** What a pack says of one season. */
export interface Taken {
  season: Season
  /** What is not here, or stands otherwise there. */
  fresh: Write[]
  /** Of those, what the other side's file says in the opener's name, and this laptop does not know of. */
  inMyName: Write[]
  /** Everything the pack says of the season. */
  writes: Writes
}

export type Taking = { refused: string } | { seasons: Taken[] }

/**
 * What opening a pack would bring, or one sentence why it is not opened. Writes nothing. Who the file says it is
 * from is not asked: anybody can write that.
 */
export function takePack(pack: readonly PackedAppraisal[], opener: Opener): Taking {
  const all = pack.flatMap(({ season, writes }) =>
    Object.values(writes).map((write) => ({ season, write, here: writesOf(opener, season)[write.id] })),
  )
  if (pack.some((one) => countsTooFar(one, writesOf(opener, one.season))))
    return { refused: 'It counts further than any appraisal does, so it was changed on its way.' }
  if (all.some(({ season, write, here }) => isForged(write, here, writesOf(opener, season), opener.laptop)))
    return {
      refused:
        'It says something in the hand of this laptop that this laptop never said, so it was changed on its way.',
    }
  if (all.some(({ write, here }) => isAltered(write, here)))
    return { refused: 'It says otherwise what was already said here, so it was changed on its way.' }
  const high = all.find(({ write }) => isTooHigh(write, opener.highest))
  if (high !== undefined)
    return { refused: `It gives ${high.write.key} a level that its scale does not have (${high.season}).` }
  const latest = pack.reduce((last, { season }) => (season > last ? season : last), '')
  return { seasons: pack.map((one) => taken(one, opener, one.season < latest)) }
}

/**
 * What is merged of it: everything, or everything but what is said in the opener's name, where they do not know it
 * for theirs.
 */
export function accepted({ writes, inMyName }: Taken, withMine: boolean): Writes {
  if (withMine) return writes
  const left = new Set(inMyName.map(({ id }) => id))
  return Object.fromEntries(Object.entries(writes).filter(([id]) => !left.has(id)))
}

/**
 * What differs once the pack is merged, for the opener to choose from. What a person says of themselves is not for
 * the other side to settle, and is settled by what stands in their own skills when they make the next pack.
 */
export function toChoose(writes: Writes, side: Side, key: string): Standing<Kind>[] {
  return differencesIn(writes).filter(({ write }) => maySay(write, side, key))
}

function maySay({ kind, key }: Write, side: Side, owner: string): boolean {
  if (kind === 'summary' || kind === 'confirmed') return key === side
  if (kind === 'given' || kind === 'opened') return side === 'manager' && key.split('/')[0] === owner
  return BOTH_SAY.has(kind)
}

const BOTH_SAY: ReadonlySet<Kind> = new Set(['agreed', 'comment', 'objective', 'action', 'meeting'])

function taken({ season, writes }: PackedAppraisal, opener: Opener, isEarlier: boolean): Taken {
  const here = writesOf(opener, season)
  const after = mergeWrites(here, writes)
  const fresh = Object.values(writes).filter(
    ({ id }) => after[id] !== here[id] && canonical(after[id]) !== canonical(here[id]),
  )
  const isAnothers = isEarlier && isOfAnotherManager(after, opener)
  const inMyName = fresh.filter(
    (write) => isSaidBy(write, opener) && !(isAnothers && BY_SIDE.has(write.kind)),
  )
  return { season, fresh, inMyName, writes }
}

function writesOf({ appraisals }: Opener, season: Season): Writes {
  return appraisals.find((one) => one.season === season)?.writes ?? {}
}

/**
 * Every count up to a write's own is some write's. So what is neither in a file nor here was left out on its way, and
 * that is never more than an appraisal holds. What is said next counts on by one and is itself one more write, so
 * that whoever took in the furthest count there may be is not refused for going on.
 */
function countsTooFar({ writes }: PackedAppraisal, here: Writes): boolean {
  const held = Object.keys(mergeWrites(here, writes)).length
  return highestCount(writes) - held > WRITES_MAX
}

/** A laptop alone writes and revises what bears its name, so nobody else can know, or have seen, a later one. */
function isForged(write: Write, here: Write | undefined, all: Writes, laptop: string): boolean {
  const isLater = (id: Write['id'], rev: number) =>
    orderOf(id)[1] === laptop && (all[id] === undefined || rev > all[id].rev)
  if (isLater(write.id, write.rev)) return true
  // What is here already was looked at when it came.
  if (here !== undefined && here.rev >= write.rev) return false
  return write.over.some((seen) => {
    const { id, rev } = seenOf(seen)
    return isLater(id, rev)
  })
}

/** One revision says one thing: else a confirmation of it would be of what its maker never read. */
function isAltered(write: Write, here: Write | undefined): boolean {
  return here?.rev === write.rev && canonical(write) !== canonical(here)
}

function isTooHigh({ value }: Write, highest: Opener['highest']): boolean {
  if (value === null || typeof value !== 'object' || !('on' in value)) return false
  const most = highest(value.on)
  return most !== undefined && value.level > most
}

const PERSONS: ReadonlySet<Kind> = new Set(['own', 'evidence', 'target', 'plan', 'certificate'])

/**
 * Whether an appraisal names another manager and holds nothing of the opener's: then it is one handed over with
 * whoever comes new, and what it says as the manager is that manager's.
 */
function isOfAnotherManager(writes: Writes, { side, key: owner, laptop }: Opener): boolean {
  const isMine = ({ id, key }: Write) => orderOf(id)[1] === laptop || key.split('/')[0] === owner
  const isNamed = Object.values(writes).some(({ kind }) => kind === 'manager')
  return side === 'manager' && isNamed && !Object.values(writes).some(isMine)
}

/** What is said by a side, whoever of several managers that is. */
const BY_SIDE: ReadonlySet<Kind> = new Set(['confirmed', 'summary'])

/** What only the opener can have said: their ratings, their summary, that they looked, and that they confirm. */
function isSaidBy({ kind, key }: Write, { side, key: owner }: Opener): boolean {
  if (BY_SIDE.has(kind)) return key === side
  if (side === 'person') return PERSONS.has(kind)
  return (kind === 'given' || kind === 'opened') && key.split('/')[0] === owner
}
