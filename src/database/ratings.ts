import type { Assessment, Rating } from '../domain/assessment'
import type { Id } from '../domain/id'
import type { WaymarkDatabase } from './database'

/** The latest assessment of a person; undefined before the first rating. */
export async function currentAssessment(
  db: WaymarkDatabase,
  person: string,
): Promise<Assessment | undefined> {
  const all = await db.assessments.where('person').equals(person).sortBy('startedAt')
  return all.at(-1)
}

/** What a rating becomes, from what stands there now; undefined = not rated. */
export type Change = (before: Rating | undefined) => Rating | undefined

/**
 * Changes one skill's rating in the person's current assessment and resolves once that is
 * durable. The first rating starts the assessment. Only the one key changes, so two tabs
 * rating different skills both keep theirs. Returns what stood there before, for undo.
 */
export async function rate(
  db: WaymarkDatabase,
  skill: Id,
  change: Change,
  first: () => Assessment,
): Promise<Rating | undefined> {
  return db.transaction('rw', db.assessments, async () => {
    const fresh = first()
    let current = await currentAssessment(db, fresh.person)
    if (current === undefined) {
      await db.assessments.add(fresh)
      current = fresh
    }
    const before = current.ratings[skill]
    await db.assessments
      .where('id')
      .equals(current.id)
      .modify((stored) => {
        const rating = change(before)
        if (rating === undefined) delete stored.ratings[skill]
        else stored.ratings[skill] = rating
      })
    return before
  })
}
