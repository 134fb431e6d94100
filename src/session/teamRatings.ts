import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { sayIn } from '../database/appraisals'
import { changeMember } from '../database/members'
import { givenKey } from '../domain/appraisal/agenda'
import { appraisalId, type Appraisal, type Member, type Season } from '../domain/appraisal/appraisal'
import { canonical } from '../domain/appraisal/merge'
import { say } from '../domain/appraisal/say'
import { valueOf } from '../domain/appraisal/standing'
import type { Given } from '../domain/appraisal/write'
import type { Id } from '../domain/id'
import { seasonToRateIn } from '../domain/team/season'
import { useLaptop } from './laptop'
import { notSaved } from './notSaved'
import { useTeam } from './team'

/** A rating or an absence that was said here, and how to take it back. */
interface Undoable {
  person: Member['id']
  skill?: Id
  /** Resolves with whether it was taken back: what was changed since is left as it is. */
  takeBack(): Promise<boolean>
}

/** What a manager says of the team outside an appraisal: their own ratings, and who is away. Each can be undone. */
export const useTeamRatings = defineStore('teamRatings', () => {
  const { db } = useLaptop()
  const team = useTeam()
  const undoable = shallowRef<Undoable[]>([])
  const lastSavedAt = shallowRef<Date>()
  const failure = shallowRef<string>()
  const canUndo = computed(() => undoable.value.length > 0)

  const seasonOf = (person: Member['id']): Season => seasonToRateIn(team.appraisalsIn(person), team.day)

  function appraisalOf(person: Member['id'], season: Season): Appraisal {
    const here = team.appraisalsIn(person).find((one) => one.season === season)
    return here ?? { id: appraisalId(person, season), person, season, writes: {} }
  }

  /** What this manager gives a person in a skill this season; undefined where they have not rated it. */
  function givenNow(person: Member['id'], skill: Id): Given | undefined {
    const { writes } = appraisalOf(person, seasonOf(person))
    return team.keys && valueOf(writes, 'given', givenKey(team.keys.manager, skill))
  }

  /** Whether both agreed a level in the season that is rated in: then it is changed in the appraisal. */
  function isAgreedNow(person: Member['id'], skill: Id): boolean {
    return valueOf(appraisalOf(person, seasonOf(person)).writes, 'agreed', skill) !== undefined
  }

  /** Gives a rating, or with null takes this season's back. Shown at once; resolves with whether it is durable. */
  async function give(person: Member['id'], skill: Id, given: Given | null): Promise<boolean> {
    const season = seasonOf(person)
    const before = givenNow(person, skill) ?? null
    if (canonical(before) === canonical(given)) return true
    const takeBack = async () => {
      const { writes } = appraisalOf(person, season)
      const stands = team.keys && valueOf(writes, 'given', givenKey(team.keys.manager, skill))
      return canonical(stands ?? null) === canonical(given) && keepGiven(person, season, skill, before)
    }
    // Before it is durable, so that a key pressed right after takes this back and not what came before it.
    const step: Undoable = { person, skill, takeBack }
    undoable.value = [...undoable.value, step]
    const isKept = await keepGiven(person, season, skill, given)
    if (!isKept) undoable.value = undoable.value.filter((one) => one !== step)
    return isKept
  }

  async function keepGiven(
    person: Member['id'],
    season: Season,
    skill: Id,
    given: Given | null,
  ): Promise<boolean> {
    if (team.keys === undefined) return false
    const { manager, laptop } = team.keys
    const key = givenKey(manager, skill)
    const at = new Date().toISOString()
    const before = appraisalOf(person, season)
    const shown = { ...before, writes: say(before.writes, { laptop, at }, 'given', key, given) }
    return kept(team.showWhile(shown, sayIn(db, person, season, at, { kind: 'given', key, value: given })))
  }

  /** Says that somebody is away, or with undefined that they are at work. */
  async function setAway(person: Member['id'], away: Member['away']): Promise<boolean> {
    let before: Member['away']
    const change = (to: Member['away'], from?: { away: Member['away'] }) =>
      changeMember(db, person, (member) => {
        if (member === undefined || (from && canonical(member.away ?? null) !== canonical(from.away ?? null)))
          return member
        before = member.away
        const { away: _before, ...rest } = member
        return to === undefined ? rest : { ...rest, away: to }
      })
    if (!(await kept(change(away)))) return false
    const back = before
    undoable.value = [...undoable.value, { person, takeBack: () => kept(change(back, { away })) }]
    return true
  }

  /** Takes back what was said last; resolves with where that was. */
  async function undo(): Promise<Pick<Undoable, 'person' | 'skill'> | undefined> {
    const last = undoable.value.at(-1)
    if (last === undefined) return undefined
    undoable.value = undoable.value.slice(0, -1)
    return (await last.takeBack()) ? last : undefined
  }

  async function kept(keeping: Promise<unknown>): Promise<boolean> {
    try {
      await keeping
      lastSavedAt.value = new Date()
      failure.value = undefined
      return true
    } catch (reason) {
      failure.value = notSaved(reason)
      return false
    }
  }

  return { canUndo, lastSavedAt, failure, seasonOf, givenNow, isAgreedNow, give, setAway, undo }
})
