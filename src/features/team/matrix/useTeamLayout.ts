import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { teamLayout, type TeamLayout } from '../../../domain/team/layout'
import type { PlaceNames } from '../../../domain/team/people'
import { teamSkills } from '../../../domain/team/skills'
import { USUAL_VIEW, type TeamView } from '../../../domain/team/view'
import { useLibrary } from '../../../session/library'
import { useTeam } from '../../../session/team'

/**
 * Who and what stands where. Made anew when the view or the team changes, not at each rating: a row that jumped away
 * under the hand that rates it would be rated wrongly next.
 */
export function useTeamLayout(view: ComputedRef<TeamView>) {
  const library = useLibrary()
  const team = useTeam()
  const ready = computed(() => library.ready && team.ready)
  const skills = computed(() => teamSkills(library.frameworks))
  /** While it is in consultation nobody is shown under a unit of the new structure. */
  const unitsHidden = computed(() => library.catalogue?.after.inConsultation === true)
  const units = computed(() => library.catalogue?.after.units ?? [])

  const names: PlaceNames = {
    role: (id) => library.roles.get(id)?.role.name ?? id,
    unit: (id) => units.value.find((unit) => unit.id === id)?.name ?? id,
  }
  const allowed = computed(() => (unitsHidden.value ? withoutUnits(view.value) : view.value))

  const layout = shallowRef<TeamLayout>({ people: [], skills: [] })
  const whoIsThere = () =>
    team.members.map(({ id, name, role, unit }) => [id, name, role, unit].join()).join()
  watch(
    [allowed, skills, ready, whoIsThere],
    () => {
      if (!ready.value) return
      layout.value = teamLayout(team.people, allowed.value, {
        skills: skills.value,
        strands: library.catalogue?.strands ?? [],
        roleOf: (id) => library.roles.get(id)?.role,
        names,
        today: team.day,
      })
    },
    { immediate: true },
  )

  /** The layout with what is known of everybody now. */
  const people = computed(() => {
    const now = new Map(team.people.map((person) => [person.id, person]))
    return layout.value.people.map((group) => ({
      ...group,
      items: group.items.flatMap(({ id }) => now.get(id) ?? []),
    }))
  })
  const skillGroups = computed(() => layout.value.skills)
  return { ready, skills, people, skillGroups, names, units, unitsHidden }
}

function withoutUnits(view: TeamView): TeamView {
  const { unit: _unit, ...rest } = view
  return {
    ...rest,
    grouping: view.grouping === 'unit' ? USUAL_VIEW.grouping : view.grouping,
    people: view.people === 'unit' ? USUAL_VIEW.people : view.people,
  }
}
