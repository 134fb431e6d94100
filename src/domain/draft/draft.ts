import type { Catalogue } from '../catalogue'
import { applyEdits } from '../difference/applyEdits'
import { editsBetween, inverse, type Edit } from '../difference/edit'
import { CATALOGUE_SHAPE } from '../difference/shape'

/** One thing a person did to a draft, so that it can be taken back and done again. */
export interface Step {
  /** What it was, for the undo button: `Rename skill`. */
  what: string
  edits: Edit[]
  /** The published version it moved the draft from and to, where it was a merge. */
  rebased?: { from: string; to: string }
}

/** A catalogue being edited on one laptop, seen by nobody else until it is published. */
export interface Draft {
  id: string
  /** The version of the published catalogue it started from or was last merged with. */
  basedOn: string
  catalogue: Catalogue
  /** What can be taken back, latest last. */
  done: Step[]
  /** What was taken back and can be done again, latest last. */
  undone: Step[]
  /** When it was changed last, as an ISO 8601 instant. */
  changedAt: string
  /** Where another draft was here already when a copy brought this one: the instant that copy was made. */
  fromCopy?: string
}

/** How far back undo goes. */
export const STEPS_KEPT = 200

export function newDraft(id: string, basedOn: string, catalogue: Catalogue, at: string): Draft {
  return { id, basedOn, catalogue, done: [], undone: [], changedAt: at }
}

/** The draft with another content; the same draft when nothing differs. */
export function changed(draft: Draft, what: string, catalogue: Catalogue, at: string): Draft {
  const edits = editsBetween(draft.catalogue, catalogue, CATALOGUE_SHAPE)
  return edits.length === 0 ? draft : { ...withStep(draft, { what, edits }, at), catalogue }
}

/** The draft on top of a newer published version, with the content that a three-way merge gave. */
export function rebased(draft: Draft, basedOn: string, catalogue: Catalogue, at: string): Draft {
  const edits = editsBetween(draft.catalogue, catalogue, CATALOGUE_SHAPE)
  const step = {
    what: 'Merge with the published version',
    edits,
    rebased: { from: draft.basedOn, to: basedOn },
  }
  return { ...withStep(draft, step, at), basedOn, catalogue }
}

function withStep(draft: Draft, step: Step, at: string): Draft {
  return { ...draft, done: [...draft.done, step].slice(-STEPS_KEPT), undone: [], changedAt: at }
}

/** Takes the last step back; the same draft when there is none. */
export function undone(draft: Draft, at: string): Draft {
  const step = draft.done.at(-1)
  if (step === undefined) return draft
  return {
    ...draft,
    basedOn: step.rebased?.from ?? draft.basedOn,
    catalogue: applyEdits(draft.catalogue, inverse(step.edits), CATALOGUE_SHAPE),
    done: draft.done.slice(0, -1),
    undone: [...draft.undone, step],
    changedAt: at,
  }
}

/** Does again the last step that was taken back; the same draft when there is none. */
export function redone(draft: Draft, at: string): Draft {
  const step = draft.undone.at(-1)
  if (step === undefined) return draft
  return {
    ...draft,
    basedOn: step.rebased?.to ?? draft.basedOn,
    catalogue: applyEdits(draft.catalogue, step.edits, CATALOGUE_SHAPE),
    done: [...draft.done, step],
    undone: draft.undone.slice(0, -1),
    changedAt: at,
  }
}
