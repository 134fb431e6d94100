import { computed, type Ref } from 'vue'
import { useRoute } from 'vue-router'
import { ME } from '../../../database/people'
import { agenda, givenKey, type AgendaItem } from '../../../domain/appraisal/agenda'
import type { Season } from '../../../domain/appraisal/appraisal'
import type { Saying } from '../../../domain/appraisal/say'
import { standingOf, valueOf } from '../../../domain/appraisal/standing'
import { managersIn, skillsGiven } from '../../../domain/appraisal/stage'
import type { Side } from '../../../domain/appraisal/write'
import { levelOf } from '../../../domain/assessment'
import { frameworkRef } from '../../../domain/framework'
import type { Id } from '../../../domain/id'
import { hasOpened } from '../../../domain/team/person'
import { useAppraisals } from '../../../session/appraisals'
import { useLibrary } from '../../../session/library'
import { useMySkills } from '../../../session/mySkills'
import { useTeam } from '../../../session/team'

/** A skill that both gave the same level, not agreed at it yet. */
export interface SaidTheSame {
  skill: Id
  level: number
}

/** One appraisal as the two talk it through, on either's laptop. */
export function useMeeting(person: Readonly<Ref<string>>, season: Readonly<Ref<Season>>) {
  const route = useRoute()
  const team = useTeam()
  const library = useLibrary()
  const mySkills = useMySkills()
  const appraisals = useAppraisals()

  /** Which of the two this laptop belongs to. */
  const side = computed<Side>(() => (person.value === ME ? 'person' : 'manager'))
  const member = computed(() => team.members.find(({ id }) => id === person.value))
  const appraisal = computed(() => appraisals.appraisalOf(person.value, season.value))
  const writes = computed(() => appraisal.value.writes)
  /** The managers who rated the person, as the person's own laptop knows them; whoever is named where none has. */
  const managers = computed(() => {
    if (side.value === 'manager') return []
    const all = managersIn(writes.value)
    const rated = all.filter(({ key }) => skillsGiven(writes.value, key).length > 0)
    return rated.length > 0 ? rated : all.slice(0, 1)
  })
  /** The manager whose ratings these are about: the owner, or on the person's own laptop the one they chose. */
  const manager = computed(() => {
    if (side.value === 'manager') return team.keys?.manager ?? ''
    const chosen = managers.value.find(({ key }) => key === route.query.with) ?? managers.value[0]
    return chosen?.key ?? ''
  })
  const names = computed<Record<Side, string>>(() => {
    const mine = mySkills.person.name
    const told = {
      person: valueOf(writes.value, 'person', '')?.name,
      manager: valueOf(writes.value, 'manager', manager.value)?.name,
    }
    return side.value === 'person'
      ? { person: mine ?? told.person ?? 'Me', manager: told.manager ?? 'My manager' }
      : { person: member.value?.name ?? told.person ?? 'They', manager: mine ?? told.manager ?? 'Manager' }
  })
  const roleId = computed(
    () =>
      member.value?.role ??
      valueOf(writes.value, 'person', '')?.role ??
      (side.value === 'person' ? mySkills.person.role : undefined),
  )
  const role = computed(() =>
    roleId.value === undefined ? undefined : library.roles.get(roleId.value)?.role,
  )
  /** Whether what the person says of themselves may be shown here. */
  const isOpen = computed(() => side.value === 'person' || hasOpened(writes.value, manager.value))

  const nameOf = (skill: Id) => library.skills.get(skill)?.skill.name ?? skill
  const items = computed<AgendaItem[]>(() =>
    isOpen.value ? agenda(writes.value, manager.value, role.value, nameOf) : [],
  )
  const agreed = computed(
    () =>
      new Map(
        [...standingOf(writes.value, 'agreed')].flatMap(([skill, { value }]) =>
          value === null ? [] : [[skill, value.level]],
        ),
      ),
  )
  const same = computed<SaidTheSame[]>(() => {
    if (!isOpen.value) return []
    const given = standingOf(writes.value, 'given')
    return [...standingOf(writes.value, 'own')].flatMap(([skill, own]) => {
      const level = levelOf(own.value ?? undefined)
      const theirs = levelOf(given.get(givenKey(manager.value, skill))?.value ?? undefined)
      const isSettled = level === undefined || level !== theirs || agreed.value.get(skill) === level
      return isSettled ? [] : [{ skill, level }]
    })
  })

  function agreeing(skill: Id, level: number | undefined): Saying {
    const found = library.skills.get(skill)
    const on =
      (found && frameworkRef(found.framework)) ??
      valueOf(writes.value, 'own', skill)?.on ??
      valueOf(writes.value, 'given', givenKey(manager.value, skill))?.on
    return {
      kind: 'agreed',
      key: skill,
      value: level === undefined || on === undefined ? null : { level, on },
    }
  }

  /** The day of the meeting is the first on which anything is agreed, until somebody says another. */
  const metToday = (): Saying[] =>
    valueOf(writes.value, 'meeting', '') === undefined ? [{ kind: 'meeting', key: '', value: team.day }] : []

  const agree = (skill: Id, level: number | undefined) =>
    appraisals.say(person.value, season.value, nameOf(skill), agreeing(skill, level), ...metToday())

  const agreeSame = () =>
    appraisals.say(
      person.value,
      season.value,
      `${same.value.length} agreed alike`,
      ...same.value.map(({ skill, level }) => agreeing(skill, level)),
      ...metToday(),
    )

  const say = (what: string, ...sayings: Saying[]) =>
    appraisals.say(person.value, season.value, what, ...sayings)
  const keep = (...sayings: Saying[]) => appraisals.keep(person.value, season.value, ...sayings)

  return {
    side,
    member,
    appraisal,
    writes,
    manager,
    managers,
    names,
    role,
    isOpen,
    nameOf,
    items,
    agreed,
    same,
    agree,
    agreeSame,
    say,
    keep,
  }
}

export type Meeting = ReturnType<typeof useMeeting>
