import type { Assessment, Rating } from '../domain/assessment'
import { earlierAfter } from '../domain/earlierAnswers'
import type { Id } from '../domain/id'
import type { WaymarkDatabase } from './database'

/** A person's assessments, the oldest first. */
export function assessmentsOf(db: WaymarkDatabase, person: string): Promise<Assessment[]> {
  return db.assessments.where('person').equals(person).sortBy('startedAt')
}

/** The latest assessment of a person; undefined before the first rating. */
export async function currentAssessment(
  db: WaymarkDatabase,
  person: string,
): Promise<Assessment | undefined> {
  return (await assessmentsOf(db, person)).at(-1)
}

/** What a rating becomes, from what stands there now; undefined = not rated. */
export type Change = (before: Rating | undefined) => Rating | undefined

/** What a change did to each skill, for undo. */
export type Changed = ReadonlyMap<Id, { before: Rating | undefined; after: Rating | undefined }>

/**
 * Changes these skills' ratings in the person's current assessment, all or none, and resolves
 * once that is durable. The first rating starts the assessment. Only these keys change, so two
 * tabs rating different skills both keep theirs. An answer given on another wording is kept
 * beside the one that takes its place.
 */
export async function rateAll(
  db: WaymarkDatabase,
  changes: ReadonlyMap<Id, Change>,
  first: () => Assessment,
): Promise<Changed> {
  return db.transaction('rw', db.assessments, async () => {
    const fresh = first()
    let current = await currentAssessment(db, fresh.person)
    if (current === undefined) {
      await db.assessments.add(fresh)
      current = fresh
    }
    const changed = new Map<Id, { before: Rating | undefined; after: Rating | undefined }>()
    await db.assessments
      .where('id')
      .equals(current.id)
      .modify((stored) => {
        for (const [skill, change] of changes) {
          const was = stored.ratings[skill]
          const rating = change(was)
          changed.set(skill, { before: was, after: rating })
          if (rating === undefined) delete stored.ratings[skill]
          else stored.ratings[skill] = rating
          keepEarlier(stored, skill, was, rating)
        }
      })
    return changed
  })
}

function keepEarlier(stored: Assessment, skill: Id, was: Rating | undefined, now: Rating | undefined): void {
  const kept = earlierAfter(stored.earlier?.[skill] ?? [], was, now)
  const { [skill]: _was, ...others } = stored.earlier ?? {}
  const earlier = kept.length === 0 ? others : { ...others, [skill]: kept }
  if (Object.keys(earlier).length === 0) delete stored.earlier
  else stored.earlier = earlier
}

/** Changes one skill's rating, as `rateAll` does. Returns what stood there before, for undo. */
export async function rate(
  db: WaymarkDatabase,
  skill: Id,
  change: Change,
  first: () => Assessment,
): Promise<Rating | undefined> {
  return (await rateAll(db, new Map([[skill, change]]), first)).get(skill)?.before
}

/** Begins a new assessment from the person's last: its ratings are carried over, each with the date it was given. */
export async function startAssessment(db: WaymarkDatabase, fresh: Assessment): Promise<void> {
  await db.transaction('rw', db.assessments, async () => {
    const last = await currentAssessment(db, fresh.person)
    await db.assessments.add({ ...fresh, ratings: { ...last?.ratings, ...fresh.ratings } })
  })
}
