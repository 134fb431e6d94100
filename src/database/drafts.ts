import type { Catalogue } from '../domain/catalogue'
import { mergeThreeWay } from '../domain/difference/threeWay'
import { changed, newDraft, rebased, redone, undone, type Draft } from '../domain/draft/draft'
import { keepCatalogue } from './catalogues'
import type { StoredCatalogue, WaymarkDatabase } from './database'
import { note, setNote } from './notes'

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

/** The drafts on this laptop: the one taken up last first, then those made here, then the one changed last. */
export function drafts(db: WaymarkDatabase): Promise<Draft[]> {
  return db.transaction('r', db.drafts, db.notes, async () => {
    const open = await note(db, 'openDraft')
    const rank = ({ id, fromCopy }: Draft) => (id === open ? 0 : fromCopy === undefined ? 1 : 2)
    const all = await db.drafts.toArray()
    return all.sort((a, b) => rank(a) - rank(b) || b.changedAt.localeCompare(a.changedAt))
  })
}

/** Takes up another draft: the one that is edited and published until another is. */
export function takeUpDraft(db: WaymarkDatabase, id: string): Promise<void> {
  return setNote(db, 'openDraft', id)
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

/**
 * Keeps what was published from a draft as the latest catalogue and closes the draft, in one. What was
 * changed in another tab after `sent` was read is not lost: the draft then goes on, on top of the new version.
 */
export async function closePublishedDraft(
  db: WaymarkDatabase,
  sent: Draft,
  published: StoredCatalogue,
  at: string,
): Promise<void> {
  await db.transaction('rw', db.drafts, db.catalogues, db.notes, async () => {
    await keepCatalogue(db, published)
    const now = await db.drafts.get(sent.id)
    if (now === undefined) return
    if (now.changedAt === sent.changedAt) return db.drafts.delete(sent.id)
    const catalogue = JSON.parse(published.text) as Catalogue
    const merged = mergeThreeWay(sent.catalogue, now.catalogue, catalogue, {})
    await db.drafts.put(rebased(now, published.version, merged, at))
  })
}
