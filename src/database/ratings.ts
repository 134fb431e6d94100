import type { Assessment, Rating } from '../domain/assessment'
import type { Id } from '../domain/id'
import type { WaymarkDatabase } from './database'

/** The latest assessment of a person; undefined before the first rating. */
export async function currentAssessment(db: WaymarkDatabase, person: string): Promise<Assessment | undefined> {
  const all = await db.assessments.where('person').equals(person).sortBy('startedAt')
  return all.at(-1)
}

/**
 * Sets one skill's rating, or removes it (undefined = not rated), and resolves once it
 * is durable. Only that key changes, so two tabs rating different skills both keep theirs.
 * Returns what stood there before, for undo.
 */
export async function rate(
  db: WaymarkDatabase,
  assessment: string,
  skill: Id,
  rating: Rating | undefined,
): Promise<Rating | undefined> {
  return db.transaction('rw', db.assessments, async () => {
    let before: Rating | undefined
    const changed = await db.assessments
      .where('id')
      .equals(assessment)
      .modify((stored) => {
        before = stored.ratings[skill]
        if (rating === undefined) delete stored.ratings[skill]
        else stored.ratings[skill] = rating
      })
    if (changed === 0) throw new Error(`There is no assessment ${assessment} to rate in`)
    return before
  })
}

/** Starts an assessment, carrying over the ratings given. */
export async function startAssessment(db: WaymarkDatabase, assessment: Assessment): Promise<void> {
  await db.assessments.add(assessment)
}
