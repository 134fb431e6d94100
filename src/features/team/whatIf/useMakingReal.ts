import { shallowRef } from 'vue'
import { changeMember } from '../../../database/members'
import type { Member } from '../../../domain/appraisal/appraisal'
import type { Day } from '../../../domain/day'
import { useLaptop } from '../../../session/laptop'

/** Somebody marked away here, with what stood there before. */
interface Marked {
  id: Member['id']
  before: Member['away']
}

/** Marks people away for real, all of them or none, and takes it back. */
export function useMakingReal() {
  const { db } = useLaptop()
  const marked = shallowRef<{ people: Marked[]; until?: Day }>()
  const failure = shallowRef<string>()

  /** Changes when somebody is away, as it is stored, and resolves with what stood there before. */
  function changeAway(id: Member['id'], change: (before: Member['away']) => Member['away']) {
    return changeMember(db, id, (member) => {
      if (member === undefined) return undefined
      const { away, ...rest } = member
      const after = change(away)
      return after === undefined ? rest : { ...rest, away: after }
    })
  }

  /** Resolves with whether it is kept. */
  function markAway(ids: readonly Member['id'][], until: Day | undefined): Promise<boolean> {
    return attempt(async () => {
      const people = await db.transaction('rw', db.members, async () => {
        const all: Marked[] = []
        for (const id of ids) {
          const before = await changeAway(id, () => (until === undefined ? {} : { until }))
          if (before !== undefined) all.push({ id, before: before.away })
        }
        return all
      })
      marked.value = { people, ...(until !== undefined && { until }) }
    })
  }

  /** Takes the last marking back; what was said of somebody since is left as it is. */
  async function takeBack(): Promise<boolean> {
    if (marked.value === undefined) return false
    const { people, until } = marked.value
    return attempt(async () => {
      await db.transaction('rw', db.members, async () => {
        for (const { id, before } of people)
          await changeAway(id, (now) => (now !== undefined && now.until === until ? before : now))
      })
      marked.value = undefined
    })
  }

  async function attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      failure.value = undefined
      return true
    } catch {
      failure.value = 'This could not be saved, and nothing was changed. Reload the page and try again.'
      return false
    }
  }

  return { marked, failure, markAway, takeBack }
}
