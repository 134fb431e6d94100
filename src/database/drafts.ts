import type { Catalogue } from '../domain/catalogue'
import { changed, newDraft, rebased, redone, undone, type Draft } from '../domain/draft/draft'
import type { WaymarkDatabase } from './database'

/** Starts a draft from a published version and resolves once it is durable. */
export async function startDraft(
  db: WaymarkDatabase,
  draft: Pick<Draft, 'id' | 'basedOn' | 'catalogue'>,
  at: string,
): Promise<Draft> {
  const fresh = newDraft(draft.id, draft.basedOn, draft.catalogue, at)
  await db.drafts.add(fresh)
  return fresh
}

/** The drafts on this laptop, the one changed last first. */
export async function drafts(db: WaymarkDatabase): Promise<Draft[]> {
  const all = await db.drafts.toArray()
  return all.sort((a, b) => b.changedAt.localeCompare(a.changedAt))
}

export async function readDraft(db: WaymarkDatabase, id: string): Promise<Draft | undefined> {
  return db.drafts.get(id)
}

/**
 * Does one thing to the draft as it is stored, so that two tabs lose nothing of each other, and
 * resolves once that is durable. `what` names it for undo. Undefined when the draft is no longer there.
 */
export async function changeDraft(
  db: WaymarkDatabase,
  id: string,
  what: string,
  edit: (catalogue: Catalogue) => Catalogue,
  at: string,
): Promise<Draft | undefined> {
  return replaceDraft(db, id, (draft) => changed(draft, what, edit(draft.catalogue), at))
}

/** Puts the draft on top of a newer published version, with what a three-way merge made of it. */
export async function rebaseDraft(
  db: WaymarkDatabase,
  id: string,
  basedOn: string,
  merge: (mine: Catalogue) => Catalogue,
  at: string,
): Promise<Draft | undefined> {
  return replaceDraft(db, id, (draft) => rebased(draft, basedOn, merge(draft.catalogue), at))
}

export async function undoDraft(db: WaymarkDatabase, id: string, at: string): Promise<Draft | undefined> {
  return replaceDraft(db, id, (draft) => undone(draft, at))
}

export async function redoDraft(db: WaymarkDatabase, id: string, at: string): Promise<Draft | undefined> {
  return replaceDraft(db, id, (draft) => redone(draft, at))
}

/** Throws a draft away, with all that could have been taken back. */
export async function discardDraft(db: WaymarkDatabase, id: string): Promise<void> {
  await db.drafts.delete(id)
}

async function replaceDraft(
  db: WaymarkDatabase,
  id: string,
  replace: (draft: Draft) => Draft,
): Promise<Draft | undefined> {
  return db.transaction('rw', db.drafts, async () => {
    const draft = await db.drafts.get(id)
    if (draft === undefined) return undefined
    const next = replace(draft)
    if (next !== draft) await db.drafts.put(next)
    return next
  })
}
