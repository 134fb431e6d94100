import { computed, shallowRef } from 'vue'
import { askedOfTeam } from '../../../domain/team/asked'
import { readQuestion } from '../../../domain/team/question'
import type { TeamSkill } from '../../../domain/team/skills'
import { search } from '../../../domain/search'
import type { useTeamSkills } from '../cover/useTeamSkills'

const FOUND_MOST = 8
const OFFERED_MOST = 6

/** A skill that a question in plain words may mean, at the level it asks. */
export interface Asked {
  skill: TeamSkill
  level: number
}

/**
 * Looks up the skills of a question in their names, summaries and what their levels look like; while nothing is
 * typed, those asked of most of the team, to begin with.
 */
export function useAsking({
  skills,
  byId,
  source,
  team,
  library,
}: Pick<ReturnType<typeof useTeamSkills>, 'skills' | 'byId' | 'source' | 'team' | 'library'>) {
  const typed = shallowRef('')
  const findable = computed(() =>
    skills.value.map((skill) => ({
      name: skill.name,
      summary: [
        skill.skill.summary,
        ...skill.skill.descriptors.flatMap(({ statements, evidence }) => [...statements, evidence ?? '']),
      ].join(' '),
      skill,
    })),
  )
  const question = computed(() => readQuestion(typed.value, library.catalogue?.frameworks[0]?.scale))
  const usual = computed<Asked[]>(() =>
    askedOfTeam(team.people, source.value.roleOf)
      .flatMap(({ skill }) => byId.value.get(skill) ?? [])
      .slice(0, OFFERED_MOST)
      .map((skill) => ({ skill, level: skill.needed })),
  )
  const found = computed<Asked[]>(() =>
    question.value.words === ''
      ? usual.value
      : search([findable.value], question.value.words)
          .slice(0, FOUND_MOST)
          .map(({ skill }) => ({
            skill,
            level: readQuestion(typed.value, skill.scale).level ?? skill.needed,
          })),
  )
  return { typed, question, found }
}
