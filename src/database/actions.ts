import type { Action } from '../domain/plan/action'
import type { WaymarkDatabase } from './database'

/** A person's actions, the first due first. */
export async function actionsOf(db: WaymarkDatabase, person: string): Promise<Action[]> {
  const actions = await db.actions.where('person').equals(person).toArray()
  return actions.sort((a, b) => a.due.localeCompare(b.due) || a.createdAt.localeCompare(b.createdAt))
}

/**
 * Changes one action as it is stored, so that two tabs keep what each of them changed, and resolves once that
 * is durable. Undefined takes it away, and a new one is made of nothing. Returns what stood there before, for undo.
 */
export async function changeAction(
  db: WaymarkDatabase,
  id: Action['id'],
  change: (before: Action | undefined) => Action | undefined,
): Promise<Action | undefined> {
  return db.transaction('rw', db.actions, async () => {
    const before = await db.actions.get(id)
    const after = change(before)
    if (after === undefined) await db.actions.delete(id)
    else await db.actions.put(after)
    return before
  })
}
