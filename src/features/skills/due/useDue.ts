import { computed, shallowRef, watch } from 'vue'
import { dueSkills } from '../../../domain/history'
import type { Id } from '../../../domain/id'
import type { Reason } from '../../../domain/upgrade'
import { useLibrary, type FoundSkill } from '../../../session/library'
import { useMySkills } from '../../../session/mySkills'
import { today } from '../../../session/today'
import { useUpgrades } from '../../../session/useUpgrades'

/** A skill to look at again: why, as it is, and as it was when it was rated. */
export interface Due {
  skill: Id
  now: FoundSkill
  then?: FoundSkill
  reasons: Reason[]
  /** True where the answer is more than a year old. */
  old: boolean
}

/** What is due now: skills that a newer version changed for the person, then answers more than a year old. */
export function useDue() {
  const library = useLibrary()
  const mySkills = useMySkills()
  const upgrades = useUpgrades()
  const day = today()

  const due = computed<Due[]>(() => {
    const changed = new Map(upgrades.due.map((one) => [one.skill, one]))
    const again = dueSkills(mySkills.ratings, day, new Set(changed.keys())).flatMap(
      ({ skill, old }): Due[] => {
        const now = library.skills.get(skill)
        const why = changed.get(skill)
        return now === undefined ? [] : [{ skill, now, then: why?.then, reasons: why?.reasons ?? [], old }]
      },
    )
    const fresh = upgrades.due.filter(({ skill }) => mySkills.ratings[skill] === undefined)
    return [...fresh.map((one) => ({ ...one, old: false })), ...again]
  })

  return { due, gone: computed(() => upgrades.gone) }
}

/**
 * What was due since the list was opened, in one order: what is settled stays where it stood, so that
 * nothing moves under a person's hands.
 */
export function useDueList() {
  const { due, gone } = useDue()
  const listed = shallowRef<Due[]>([])
  watch(
    due,
    (now) => {
      const known = new Map(now.map((one) => [one.skill, one]))
      const kept = listed.value.map((one) => known.get(one.skill) ?? one)
      const here = new Set(kept.map(({ skill }) => skill))
      listed.value = [...kept, ...now.filter(({ skill }) => !here.has(skill))]
    },
    { immediate: true },
  )
  const open = computed(() => new Set(due.value.map(({ skill }) => skill)))
  return { listed, open, gone }
}
