import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { changeMember } from '../database/members'
import { givenKey } from '../domain/appraisal/agenda'
import type { Member, Season } from '../domain/appraisal/appraisal'
import { agreedByBoth } from '../domain/appraisal/confirm'
import { canonical } from '../domain/appraisal/merge'
import { valueOf } from '../domain/appraisal/standing'
import type { Given } from '../domain/appraisal/write'
import type { Id } from '../domain/id'
import { seasonToRateIn } from '../domain/team/season'
import { useAppraisals } from './appraisals'
import { useLaptop } from './laptop'
import { notSaved } from './notSaved'
import { useTeam } from './team'

/** An absence that was said here. */
interface SaidAway {
  person: Member['id']
  away: Member['away']
  before: Member['away']
  /** How much had been said in appraisals by then, so that undo goes back in the order it was done. */
  saidBefore: number
}

/** Where something was taken back. */
export interface TakenBack {
  person: Member['id']
  what: string
}

/** What a manager says of the team outside an appraisal: their own ratings, and who is away. Each can be undone. */
export const useTeamRatings = defineStore('teamRatings', () => {
  const { db } = useLaptop()
  const team = useTeam()
  const appraisals = useAppraisals()
  const aways = shallowRef<SaidAway[]>([])
  const awayFailure = shallowRef<string>()
  const failure = computed(() => appraisals.failure ?? awayFailure.value)
  const canUndo = computed(() => aways.value.length + appraisals.undoable.length > 0)

  const seasonOf = (person: Member['id']): Season => seasonToRateIn(team.appraisalsIn(person), team.day)
  const writesNow = (person: Member['id']) => appraisals.appraisalOf(person, seasonOf(person)).writes

  /** What this manager gives a person in a skill this season; undefined where they have not rated it. */
  function givenNow(person: Member['id'], skill: Id): Given | undefined {
    return team.keys && valueOf(writesNow(person), 'given', givenKey(team.keys.manager, skill))
  }

  /** Whether both confirmed a level in the season that is rated in: then it is changed in the appraisal. */
  function isAgreedNow(person: Member['id'], skill: Id): boolean {
    return agreedByBoth(writesNow(person)).has(skill)
  }

  /** Gives a rating, or with null takes this season's back. Shown at once; resolves with whether it is durable. */
  async function give(person: Member['id'], skill: Id, given: Given | null, what: string): Promise<boolean> {
    if (team.keys === undefined) return false
    if (canonical(givenNow(person, skill) ?? null) === canonical(given)) return true
    const key = givenKey(team.keys.manager, skill)
    return appraisals.say(person, seasonOf(person), what, { kind: 'given', key, value: given })
  }

  /** Says that somebody is away, or with undefined that they are at work. */
  async function setAway(person: Member['id'], away: Member['away']): Promise<boolean> {
    const saidBefore = appraisals.undoable.length
    const before = await changeAway(person, away)
    if (before === undefined) return false
    aways.value = [...aways.value, { person, away, before: before.away, saidBefore }]
    return true
  }

  /** Resolves with the member as they were; undefined where nothing was changed, as when another tab has since. */
  async function changeAway(
    person: Member['id'],
    away: Member['away'],
    from?: Pick<Member, 'away'>,
  ): Promise<Member | undefined> {
    let changed = false
    try {
      const before = await changeMember(db, person, (member) => {
        if (member === undefined || (from && canonical(member.away ?? null) !== canonical(from.away ?? null)))
          return member
        changed = true
        const { away: _away, ...rest } = member
        return away === undefined ? rest : { ...rest, away }
      })
      awayFailure.value = undefined
      return changed ? before : undefined
    } catch (reason) {
      awayFailure.value = notSaved(reason)
      return undefined
    }
  }

  /** Takes back what was said last; resolves with what and of whom. */
  async function undo(): Promise<TakenBack | undefined> {
    const last = aways.value.at(-1)
    if (last === undefined || last.saidBefore < appraisals.undoable.length) return appraisals.undo()
    aways.value = aways.value.slice(0, -1)
    const { person, away, before } = last
    const back = await changeAway(person, before, { away })
    return back && { person, what: away === undefined ? 'at work' : 'away' }
  }

  return { canUndo, failure, seasonOf, givenNow, isAgreedNow, give, setAway, undo }
})
