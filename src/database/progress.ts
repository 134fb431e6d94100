import { mergeEntry, type ProgressEntry } from '../domain/progress/entry'
import type { WaymarkDatabase } from './database'

/** Everything HR keeps here of steps against gaps. */
export function progressEntries(db: WaymarkDatabase): Promise<ProgressEntry[]> {
  return db.progress.toArray()
}

/**
 * Changes one entry as it is stored, so that two tabs keep what each of them changed, and resolves once that is
 * durable. Undefined takes it away, and a new one is made of nothing. Returns what stood there before, for undo.
 */
export function changeEntry(
  db: WaymarkDatabase,
  id: ProgressEntry['id'],
  change: (before: ProgressEntry | undefined) => ProgressEntry | undefined,
): Promise<ProgressEntry | undefined> {
  return db.transaction('rw', db.progress, async () => {
    const before = await db.progress.get(id)
    const after = change(before)
    if (after === undefined) await db.progress.delete(id)
    else await db.progress.put(after)
    return before
  })
}

/** Brings in the entries of a copy. */
export async function mergeProgress(db: WaymarkDatabase, copies: readonly ProgressEntry[]): Promise<void> {
  for (const copy of copies) {
    const here = await db.progress.get(copy.id)
    await db.progress.put(here === undefined ? copy : mergeEntry(here, copy))
  }
}

/** What of a copy's entries is not here, in a line each. */
export async function progressElsewhere(
  db: WaymarkDatabase,
  copies: readonly ProgressEntry[],
): Promise<string[]> {
  const here = new Set(await db.progress.toCollection().primaryKeys())
  return copies
    .filter(({ id }) => !here.has(id))
    .map((entry) =>
      entry.kind === 'action' ? entry.what : `${entry.about.name}: ${entry.count} ${entry.kind}`,
    )
}
