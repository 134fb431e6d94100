import { computed, ref, type Ref } from 'vue'
import { frameworkRef } from '../../domain/framework'
import { minutesToRate } from '../../domain/ratingTime'
import { search } from '../../domain/search'
import type { Skill } from '../../domain/skill'
import { useLibrary } from '../../session/library'
import { useMySkills } from '../../session/mySkills'
import { grouped, ROWS_SHOWN, skillsOfRole } from './skillList'

export type Show = 'role' | 'everything' | 'due'

/** Which skills stand in the list, under which groups, and how much of them is rated. */
export function useSkillList(show: Ref<Show>, typed: Ref<string>) {
  const library = useLibrary()
  const mySkills = useMySkills()

  const role = computed(() => mySkills.role?.role)
  /** Skills of different scales are never mixed: one framework at a time, the role's first. */
  const chosenRef = ref<string>()
  const framework = computed(
    () =>
      library.frameworks.find((candidate) => frameworkRef(candidate) === chosenRef.value) ??
      mySkills.role?.framework ??
      library.frameworks[0],
  )
  const roleSkills = computed(() =>
    framework.value !== undefined && role.value !== undefined
      ? skillsOfRole(framework.value, role.value)
      : [],
  )

  const searching = computed(() => typed.value.trim() !== '')
  const listed = computed(() => {
    if (framework.value === undefined) return []
    const all = searching.value || show.value === 'everything'
    return search([all ? framework.value.skills : roleSkills.value], typed.value)
  })
  const groups = computed(() =>
    framework.value === undefined ? [] : grouped(framework.value, listed.value.slice(0, ROWS_SHOWN)),
  )
  /** As the matrix has them, top to bottom. */
  const ordered = computed(() => groups.value.flatMap(({ skills }) => skills))

  const pool = computed(() => (show.value === 'role' ? roleSkills.value : (framework.value?.skills ?? [])))
  const notRated = (skills: readonly Skill[]) =>
    skills.filter((skill) => mySkills.ratings[skill.id] === undefined)
  const rated = computed(() => pool.value.length - notRated(pool.value).length)
  const minutesLeft = computed(() => minutesToRate(notRated(pool.value)))

  /** How long a way in takes from here, said before it is chosen. */
  function timeLeft(skills: readonly Skill[]): string | undefined {
    const minutes = minutesToRate(notRated(skills))
    return minutes === 0 ? undefined : `${minutes} min`
  }

  return {
    role,
    chosenRef,
    framework,
    roleSkills,
    searching,
    listed,
    groups,
    ordered,
    pool,
    rated,
    minutesLeft,
    timeLeft,
  }
}
