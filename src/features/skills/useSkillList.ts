import { computed, ref, type Ref } from 'vue'
import { frameworkRef } from '../../domain/framework'
import { search } from '../../domain/search'
import { useLibrary } from '../../session/library'
import { useMySkills } from '../../session/mySkills'
import { FOUND_SHOWN, grouped, ROWS_SHOWN, skillsOfRole } from '../../parts/matrix/skillList'

export type Show = 'role' | 'everything' | 'due'

/** Which skills stand in the list, and under which groups. */
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
  const shownMost = computed(() => (searching.value ? FOUND_SHOWN : ROWS_SHOWN))
  const groups = computed(() =>
    framework.value === undefined ? [] : grouped(framework.value, listed.value.slice(0, shownMost.value)),
  )
  /** As the matrix has them, top to bottom. */
  const ordered = computed(() => groups.value.flatMap(({ skills }) => skills))

  return { role, chosenRef, framework, roleSkills, searching, listed, shownMost, groups, ordered }
}
