import { computed } from 'vue'
import { anythingKnown } from '../../../domain/team/scope'
import { teamSkills, type ScopeSource, type TeamSkill } from '../../../domain/team/skills'
import type { AtLevel } from '../../../domain/team/cover'
import type { Id } from '../../../domain/id'
import { useLibrary } from '../../../session/library'
import { useTeam } from '../../../session/team'

/** The team beside the skills it is asked about: what every page of the team's sums starts from. */
export function useTeamSkills() {
  const library = useLibrary()
  const team = useTeam()

  const skills = computed(() => teamSkills(library.frameworks))
  const byId = computed(() => new Map(skills.value.map((skill) => [skill.id, skill])))
  const source = computed<ScopeSource>(() => ({
    roleOf: (id) => library.roles.get(id)?.role,
    strands: library.catalogue?.strands ?? [],
  }))
  /** What there is to show, so that an empty page can say what to do next. */
  const state = computed<'reading' | 'no team' | 'nothing known' | 'known'>(() => {
    if (!library.ready || !team.ready) return 'reading'
    if (team.people.length === 0) return 'no team'
    return anythingKnown(team.people) ? 'known' : 'nothing known'
  })
  const nameOf = (id: Id) => byId.value.get(id)?.name ?? id
  const atNeeded = ({ id, needed }: TeamSkill): AtLevel => ({ skill: id, level: needed })

  return { library, team, skills, byId, source, state, nameOf, atNeeded }
}
