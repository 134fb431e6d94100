import type { Member } from '../domain/appraisal/appraisal'
import type { Day } from '../domain/day'
import type { WaymarkDatabase } from './database'
import { forgetLaptopKey } from './laptopKeys'

/** The team by name. */
export async function members(db: WaymarkDatabase): Promise<Member[]> {
  const all = await db.members.toArray()
  return all.sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1))
}

/**
 * Changes one member as stored, so that two tabs keep what each changed, and resolves once durable with what
 * stood there before, for undo. Undefined takes them away, with nothing else of theirs; see `eraseMember`.
 */
export function changeMember(
  db: WaymarkDatabase,
  id: Member['id'],
  change: (before: Member | undefined) => Member | undefined,
): Promise<Member | undefined> {
  return db.transaction('rw', db.members, async () => {
    const before = await db.members.get(id)
    const after = change(before)
    if (after === undefined) await db.members.delete(id)
    else await db.members.put(after)
    return before
  })
}

/**
 * Takes a member away with every appraisal of theirs on this laptop, and the note of their files. The laptop signs
 * with a new key from then on: it no longer knows what it said of them, so what it says anew must not bear the
 * same ids.
 */
export function eraseMember(db: WaymarkDatabase, id: Member['id']): Promise<void> {
  return db.transaction('rw', db.members, db.appraisals, db.files, db.notes, async () => {
    await db.members.delete(id)
    await db.appraisals.where('person').equals(id).delete()
    await db.files.filter(({ person }) => person === id).delete()
    await forgetLaptopKey(db)
  })
}

/** Erases everything of members whose day has come, and returns their names, to be said. */
export function eraseDue(db: WaymarkDatabase, today: Day): Promise<string[]> {
  return db.transaction('rw', db.members, db.appraisals, db.files, db.notes, async () => {
    const due = await dueToErase(db, today)
    for (const { id } of due) await eraseMember(db, id)
    return due.map(({ name }) => name)
  })
}

/** Members whose day to be erased has come. */
export function dueToErase(db: WaymarkDatabase, today: Day): Promise<Member[]> {
  return db.members.filter(({ eraseOn }) => eraseOn !== undefined && eraseOn <= today).toArray()
}
