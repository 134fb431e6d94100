import { computed, type Ref } from 'vue'
import type { Framework } from '../../domain/framework'
import { minutesToRate } from '../../domain/ratingTime'
import type { Skill } from '../../domain/skill'
import { useMySkills } from '../../session/mySkills'
import type { Due } from './due/useDue'
import type { Show } from './useSkillList'

/** One way into the skills, as the choice among them shows it. */
export interface WayIn {
  value: Show
  label: string
  count: number
  /** How long it takes from here; absent where nothing is left. */
  note?: string
  rated: number
  minutes: number
}

/**
 * The ways into my skills: the role's, everything, and what is due where anything is. Each says how many skills it has
 * and how long what is left of it takes.
 */
export function useWaysIn(
  framework: Readonly<Ref<Framework | undefined>>,
  roleSkills: Readonly<Ref<readonly Skill[]>>,
  due: Readonly<Ref<readonly Due[]>>,
) {
  const mySkills = useMySkills()

  function wayIn(value: Show, label: string, skills: readonly Skill[], left: readonly Skill[]): WayIn {
    const minutes = minutesToRate(left)
    return {
      value,
      label,
      count: skills.length,
      ...(minutes > 0 && { note: `${minutes} min` }),
      rated: skills.length - left.length,
      minutes,
    }
  }
  /** Told again after every rating of perhaps thousands of skills, so the ratings are taken out of the store once. */
  function toRate(value: Show, label: string, skills: readonly Skill[]): WayIn {
    const { ratings } = mySkills
    const left = skills.filter(({ id }) => ratings[id] === undefined)
    return wayIn(value, label, skills, left)
  }

  const role = computed(() => toRate('role', 'My role', roleSkills.value))
  const everything = computed(() => toRate('everything', 'Everything', framework.value?.skills ?? []))
  /** To look at an answer again takes as long as to give it: the same is read. */
  const again = computed(() => {
    const skills = due.value.map(({ now }) => now.skill)
    return wayIn('due', 'Due', skills, skills)
  })
  return computed(() => [role.value, everything.value, again.value])
}
