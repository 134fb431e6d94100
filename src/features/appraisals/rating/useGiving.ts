import { ref, type Ref } from 'vue'
import { givenKey } from '../../../domain/appraisal/agenda'
import type { Season } from '../../../domain/appraisal/appraisal'
import { standingOf } from '../../../domain/appraisal/standing'
import type { Given, Writes } from '../../../domain/appraisal/write'
import type { Rating } from '../../../domain/assessment'
import { frameworkRef } from '../../../domain/framework'
import type { Id } from '../../../domain/id'
import { useAppraisals, type Said } from '../../../session/appraisals'
import { keepStorage } from '../../../session/keepStorage'
import { useLaptop } from '../../../session/laptop'
import { useLibrary } from '../../../session/library'
import { useTeam } from '../../../session/team'

/** What a manager answers for a skill: a level, not relevant, or, with undefined, nothing after all. */
export type GivenAnswer = number | 'not relevant' | undefined

/** The manager's own ratings, read and said. Nothing here reads what the person says of themselves. */
export function useGiving(season: Readonly<Ref<Season>>) {
  const { db } = useLaptop()
  const team = useTeam()
  const library = useLibrary()
  const appraisals = useAppraisals()
  const said = ref('')
  /** Raised where what the screen shows at once could not be kept: the list is drawn again from what is. */
  const redrawn = ref(0)
  const nameOf = (skill: Id) => library.skills.get(skill)?.skill.name ?? skill

  async function give(person: string, skill: Id, answer: GivenAnswer): Promise<void> {
    const found = library.skills.get(skill)
    if (found === undefined || team.keys === undefined) return
    const on = frameworkRef(found.framework)
    const value: Given | null =
      answer === undefined
        ? null
        : answer === 'not relevant'
          ? { level: 0, notRelevant: true, on }
          : { level: answer, on }
    const key = givenKey(team.keys.manager, skill)
    const isKept = await appraisals.say(person, season.value, nameOf(skill), { kind: 'given', key, value })
    // If the browser cannot be asked now, the next rating asks it.
    if (isKept) void keepStorage(db).catch(() => {})
    else redrawn.value += 1
  }

  /** Takes back the last rating, and says which. */
  async function undo(): Promise<Said | undefined> {
    const taken = await appraisals.undo()
    said.value = taken === undefined ? 'Nothing to undo' : `Undone: ${taken.what}`
    return taken
  }

  return { said, redrawn, give, undo }
}

/** This manager's ratings of a person, by skill, as the list of ratings takes them. */
export function ratingsGiven(writes: Writes, manager: string): Record<Id, Rating> {
  const before = givenKey(manager, '')
  const ratings: Record<Id, Rating> = {}
  for (const { key, value, write } of standingOf(writes, 'given').values())
    if (value !== null && key.startsWith(before))
      ratings[key.slice(before.length)] = { ...value, at: write.at }
  return ratings
}
