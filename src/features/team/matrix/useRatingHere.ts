import { shallowRef } from 'vue'
import type { Given } from '../../../domain/appraisal/write'
import { highestLevel } from '../../../domain/scale'
import type { TeamPerson } from '../../../domain/team/person'
import type { TeamSkill } from '../../../domain/team/skills'
import { useTeamRatings } from '../../../session/teamRatings'
import { levelWords } from './cellLook'

/** Rates from the table as the manager's own ratings of this season, and says what came of it. */
export function useRatingHere() {
  const ratings = useTeamRatings()
  /** For the live region. */
  const said = shallowRef('')

  async function rate(
    person: TeamPerson,
    skill: TeamSkill,
    level: number | 'not relevant' | undefined,
  ): Promise<void> {
    const where = `${person.name}, ${skill.name}`
    const refused = whyNot(person, skill, level)
    if (refused !== undefined) {
      said.value = `${where}: ${refused}`
      return
    }
    const words = level === undefined ? 'your rating is taken back' : wordsFor(skill, level)
    const kept = ratings.give(person.id, skill.id, givenFor(skill, level), `${where}: ${words}`)
    said.value = `${where}: ${words}`
    if (!(await kept)) said.value = ratings.failure ?? ''
  }

  function whyNot(
    { id }: TeamPerson,
    skill: TeamSkill,
    level: number | 'not relevant' | undefined,
  ): string | undefined {
    const season = ratings.seasonOf(id)
    if (ratings.isAgreedNow(id, skill.id)) return `agreed in ${season}: change it in the appraisal.`
    const highest = highestLevel(skill.scale)
    if (typeof level === 'number' && level > highest) return `the highest level is ${highest}.`
    if (level === undefined && ratings.givenNow(id, skill.id) === undefined)
      return `you have given no rating in ${season}.`
    return undefined
  }

  async function undo(): Promise<void> {
    const back = await ratings.undo()
    said.value = back === undefined ? 'Nothing to undo' : `Undone: ${back.what}`
  }

  return { said, rate, undo }
}

function givenFor({ on }: TeamSkill, level: number | 'not relevant' | undefined): Given | null {
  if (level === undefined) return null
  return level === 'not relevant' ? { level: 0, notRelevant: true, on } : { level, on }
}

function wordsFor({ scale }: TeamSkill, level: number | 'not relevant'): string {
  return levelWords(level === 'not relevant' ? { level: 0, notRelevant: true } : { level }, scale)
}
