import type { ManagerKey } from '../contract/card'
import type { WaymarkDatabase } from './database'
import { note, setNote } from './notes'

/** The manager's keys kept here, the one on their card first; each opens the packs locked to its own card. */
export async function managerKeys(db: WaymarkDatabase): Promise<ManagerKey[]> {
  return (await note(db, 'managerKeys')) ?? []
}

/** The key on the manager's card, or undefined before there is a card. */
export async function managerKey(db: WaymarkDatabase): Promise<ManagerKey | undefined> {
  return (await managerKeys(db))[0]
}

/**
 * Keeps a key as the one on the manager's card. Earlier keys stay, because packs locked to an earlier card may still
 * come; a key kept before only moves to the front, under its new name.
 */
export function putManagerKey(db: WaymarkDatabase, key: ManagerKey): Promise<void> {
  return db.transaction('rw', db.notes, async () => {
    await setNote(db, 'managerKeys', together([key], await managerKeys(db)))
  })
}

/** Adds the keys of a copy behind those kept here, each once. */
export function addManagerKeys(db: WaymarkDatabase, copies: readonly ManagerKey[]): Promise<void> {
  return db.transaction('rw', db.notes, async () => {
    if (copies.length > 0) await setNote(db, 'managerKeys', together(await managerKeys(db), copies))
  })
}

function together(first: readonly ManagerKey[], then: readonly ManagerKey[]): ManagerKey[] {
  return [...first, ...then.filter(({ identity }) => !first.some((key) => key.identity === identity))]
}
