import { liveQuery, type Subscription } from 'dexie'
import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { appraisalsOf } from '../database/appraisals'
import { appraisalKey, laptopKey } from '../database/laptopKeys'
import { members as storedMembers } from '../database/members'
import type { Appraisal, Member } from '../domain/appraisal/appraisal'
import { teamPerson, type TeamPerson } from '../domain/team/person'
import { useLaptop } from './laptop'
import { useLiveQuery } from './useLiveQuery'
import { today } from './today'

/** Who says something about the team: the laptop's owner as a manager, and the laptop they do it on. */
export interface TeamKeys {
  manager: string
  laptop: string
}

/** What is kept of one member's appraisals, and what is made of it. */
interface Read {
  /** The latest season first. */
  appraisals: readonly Appraisal[]
  member: Member
  person: TeamPerson
}

const NOBODY: Member[] = []

/**
 * The team as this manager may see it, live. Each member's appraisals are followed by themselves, so that a rating
 * reads one person's again and not two hundred people's.
 */
export const useTeam = defineStore('team', () => {
  const { db } = useLaptop()
  const day = today()
  const keys = shallowRef<TeamKeys>()
  const membersQuery = useLiveQuery(() => storedMembers(db), { initial: NOBODY })
  const members = computed(() => membersQuery.value.value)
  const appraisals = shallowRef<ReadonlyMap<Member['id'], readonly Appraisal[]>>(new Map())
  const following = new Map<Member['id'], Subscription>()
  /** How much that was said here of somebody is on its way to the database: till then the screen knows better. */
  const saying = new Map<Member['id'], number>()
  let read = new Map<Member['id'], Read>()

  void Promise.all([appraisalKey(db), laptopKey(db)]).then(
    ([manager, laptop]) => (keys.value = { manager, laptop }),
  )

  watch(members, (all) => {
    const ids = new Set(all.map(({ id }) => id))
    for (const [id, subscription] of following) {
      if (ids.has(id)) continue
      subscription.unsubscribe()
      following.delete(id)
    }
    for (const id of ids) if (!following.has(id)) following.set(id, follow(id))
  })
  onScopeDispose(() => following.forEach((subscription) => subscription.unsubscribe()))

  function follow(id: Member['id']): Subscription {
    return liveQuery(() => appraisalsOf(db, id)).subscribe((all) => {
      if (!saying.has(id)) take(id, all)
    })
  }

  function take(id: Member['id'], all: readonly Appraisal[]): void {
    appraisals.value = new Map(appraisals.value).set(id, all)
  }

  const ready = computed(
    () =>
      keys.value !== undefined &&
      !membersQuery.loading.value &&
      members.value.every(({ id }) => appraisals.value.has(id)),
  )

  /** By name. Somebody of whom nothing changed stays the same object, so that only what changed is drawn again. */
  const people = computed<TeamPerson[]>(() => {
    if (!ready.value || keys.value === undefined) return []
    const { manager } = keys.value
    read = new Map(members.value.map((member) => [member.id, readOf(member, manager)]))
    return members.value.map(({ id }) => read.get(id)!.person)
  })

  function readOf(member: Member, manager: string): Read {
    const all = appraisals.value.get(member.id) ?? []
    const before = read.get(member.id)
    if (before?.appraisals === all && JSON.stringify(before.member) === JSON.stringify(member)) return before
    return { appraisals: all, member, person: teamPerson(member, all, manager, day) }
  }

  /** One member's appraisals, the latest season first. */
  const appraisalsIn = (person: Member['id']) => appraisals.value.get(person) ?? []

  /**
   * Shows an appraisal as it will be kept while it is being kept, so that nothing waits for the disk. If that
   * fails, what is kept is shown again.
   */
  async function showWhile(appraisal: Appraisal, keeping: Promise<unknown>): Promise<void> {
    const { person, season } = appraisal
    const others = appraisalsIn(person).filter((one) => one.season !== season)
    take(
      person,
      [...others, appraisal].sort((a, b) => (a.season < b.season ? 1 : -1)),
    )
    saying.set(person, (saying.get(person) ?? 0) + 1)
    try {
      await keeping
    } finally {
      await stopShowing(person)
    }
  }

  /** What is kept is shown again once nothing more of this person is on its way. */
  async function stopShowing(person: Member['id']): Promise<void> {
    const kept = saying.get(person) === 1 ? await appraisalsOf(db, person) : undefined
    const left = (saying.get(person) ?? 1) - 1
    if (left > 0) saying.set(person, left)
    else {
      saying.delete(person)
      take(person, kept ?? (await appraisalsOf(db, person)))
    }
  }

  return { ready, keys, day, members, people, appraisalsIn, showWhile }
})
