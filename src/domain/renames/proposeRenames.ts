import type { Framework } from '../framework'
import type { Id } from '../id'
import { candidates, RENAMABLE, type Candidate, type Renamable } from './renamable'
import { diceOf } from './similarity'

/** That something of the earlier version may stand in the later one under another id. */
export interface RenameProposal {
  kind: Renamable
  /** Its id and name in the earlier version. */
  from: Id
  fromName: string
  /** The id that the later version gave to what may be the same thing. */
  to: Id
  toName: string
  /** How alike the two are, 0 to 1. */
  score: number
}

/** Below this two things are not proposed as one. */
const ALIKE = 0.5
/** In another place, more is asked: what the same text reaches under any name. */
const SAME_TEXT = 0.7
const NAME_SHARE = 0.3

/**
 * Pairs of what is gone and what is new that may be one thing under a new name, likeliest first. For a
 * person to confirm: nothing here is done by itself. A thing is in at most one pair.
 *
 * The score is 0.3 × the likeness of the names and 0.7 × the likeness of the texts (purpose, or summary
 * and statements; for a group or family what is said of its members), each a Dice coefficient of words; where neither
 * has a text, the names alone. Things of one group, family or ladder are proposed from 0.5, others from 0.7.
 */
export function proposeRenames(before: Framework, after: Framework): RenameProposal[] {
  return RENAMABLE.flatMap((kind) => {
    const [old, fresh] = [candidates(before, kind), candidates(after, kind)]
    const [oldIds, freshIds] = [idsOf(old), idsOf(fresh)]
    const gone = old.filter(({ id }) => !freshIds.has(id))
    const added = fresh.filter(({ id }) => !oldIds.has(id))
    return bestPairs(pairs(kind, gone, added))
  })
}

function idsOf(things: readonly Candidate[]): Set<Id> {
  return new Set(things.map(({ id }) => id))
}

function pairs(kind: Renamable, gone: Candidate[], added: Candidate[]): RenameProposal[] {
  return gone.flatMap((a) =>
    added.flatMap((b) => {
      const score = likeness(a, b)
      if (score < (together(a, b) ? ALIKE : SAME_TEXT)) return []
      return [{ kind, from: a.id, fromName: a.name, to: b.id, toName: b.name, score }]
    }),
  )
}

/** Groups and families stand in nothing, so nothing keeps them apart. */
function together(a: Candidate, b: Candidate): boolean {
  return a.places.size === 0 || [...a.places].some((place) => b.places.has(place))
}

function likeness(a: Candidate, b: Candidate): number {
  const names = diceOf(a.nameWords, b.nameWords)
  if (a.textWords.size === 0 && b.textWords.size === 0) return names
  return NAME_SHARE * names + (1 - NAME_SHARE) * diceOf(a.textWords, b.textWords)
}

/** The likeliest pair first, then the likeliest of what is left; equals by id, so that it always comes out the same. */
function bestPairs(all: RenameProposal[]): RenameProposal[] {
  const [used, taken] = [new Set<Id>(), new Set<Id>()]
  return all
    .sort((x, y) => y.score - x.score || compareIds(x.from, y.from) || compareIds(x.to, y.to))
    .filter(({ from, to }) => {
      if (used.has(from) || taken.has(to)) return false
      used.add(from)
      taken.add(to)
      return true
    })
}

function compareIds(a: Id, b: Id): number {
  return a < b ? -1 : Number(a > b)
}
