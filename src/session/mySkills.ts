import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import {
  assessmentsOf,
  rateAll as storeRatings,
  startAssessment,
  type Change,
  type Changed,
} from '../database/ratings'
import { changeMe, me, ME } from '../database/people'
import {
  confirmed,
  described,
  rated,
  setAside,
  type Assessment,
  type Beside,
  type Person,
  type Rating,
} from '../domain/assessment'
import { frameworkRef } from '../domain/framework'
import type { Id } from '../domain/id'
import { useLaptop } from './laptop'
import { useLibrary } from './library'
import { notSaved } from './notSaved'
import { useLiveQuery } from './useLiveQuery'

/** What a change of an answer is made of: the answer before, the moment, and the framework version read. */
export type Answering = (before: Rating | undefined, at: string, on: string) => Rating | undefined

const NO_ASSESSMENTS: Assessment[] = []
const NO_RATINGS: Readonly<Record<Id, Rating>> = Object.freeze({})

/** The laptop owner's role, target and ratings, and the one way to change a rating. */
export const useMySkills = defineStore('mySkills', () => {
  const { db } = useLaptop()
  const library = useLibrary()
  const personQuery = useLiveQuery(() => me(db))
  const assessmentsQuery = useLiveQuery(() => assessmentsOf(db, ME), { initial: NO_ASSESSMENTS })
  const undoable = shallowRef<Changed[]>([])
  const lastSavedAt = shallowRef<Date>()
  const saving = shallowRef(0)
  const failure = shallowRef<string>()

  const person = computed<Person>(() => personQuery.value.value ?? { id: ME })
  /** One for each period, the oldest first; the last is the one being rated. */
  const assessments = computed(() => assessmentsQuery.value.value)
  const ratings = computed(() => assessments.value.at(-1)?.ratings ?? NO_RATINGS)
  const role = computed(() => find(person.value.role))
  const target = computed(() => find(person.value.target))
  const ready = computed(() => library.ready && !personQuery.loading.value && !assessmentsQuery.loading.value)

  function find(id: Id | undefined) {
    return id === undefined ? undefined : library.roles.get(id)
  }

  /** One change after another, so that undo always takes back the last key pressed, stored or not yet. */
  let last: Promise<unknown> = Promise.resolve()
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work)
    // One that fails must not keep the next from being stored.
    last = done.catch(() => {})
    return done
  }

  /** Stores a level (0 = none yet) or, with undefined, makes the skill not rated. Resolves when durable. */
  const rate = (skill: Id, level: number | undefined) =>
    answerOne(skill, (before, at, on) => (level === undefined ? undefined : rated(before, level, at, on)))

  /** Stores "not relevant to me". */
  const notRelevant = (skill: Id) => answerOne(skill, setAside)

  /** Stores "still right": the answer stays and is as of now. */
  const confirm = (skill: Id) => answerOne(skill, (before, at, on) => before && confirmed(before, at, on))

  /** Stores what is said beside an answer; a skill not rated stays not rated. */
  const describe = (skill: Id, beside: Beside) =>
    answerOne(skill, (before, at, on) => before && described(before, beside, at, on))

  const answerOne = (skill: Id, answering: Answering) => answer(new Map([[skill, answering]]))

  /**
   * Stores several answers at once, all or none, as one step to undo. Skills of no framework here are left out.
   * Resolves with whether they are stored.
   */
  async function answer(answers: ReadonlyMap<Id, Answering>): Promise<boolean> {
    const at = new Date().toISOString()
    const changes = new Map<Id, Change>()
    for (const [skill, answering] of answers) {
      const framework = library.skills.get(skill)?.framework
      if (framework !== undefined)
        changes.set(skill, (before) => answering(before, at, frameworkRef(framework)))
    }
    if (changes.size === 0) return true
    return inTurn(async () => {
      const changed = await store(changes)
      if (changed !== FAILED) undoable.value = [...undoable.value, changed]
      return changed !== FAILED
    })
  }

  /**
   * Takes back the last change made here; returns what stands at its skills again. What another tab has
   * changed since is left as it is.
   */
  function undo(): Promise<ReadonlyMap<Id, Rating | undefined>> {
    return inTurn(async () => {
      const taken = undoable.value.at(-1)
      if (taken === undefined) return new Map<Id, Rating | undefined>()
      const back = new Map<Id, Change>(
        [...taken].map(([skill, { before, after }]) => [
          skill,
          (stored) => (isSame(stored, after) ? before : stored),
        ]),
      )
      const changed = await store(back)
      if (changed === FAILED) return new Map<Id, Rating | undefined>()
      undoable.value = undoable.value.slice(0, -1)
      const takenBack = [...taken].filter(([skill, { after }]) => isSame(changed.get(skill)?.before, after))
      return new Map(takenBack.map(([skill, { before }]) => [skill, before]))
    })
  }

  async function store(changes: ReadonlyMap<Id, Change>): Promise<Changed | typeof FAILED> {
    saving.value += 1
    try {
      const changed = await storeRatings(db, changes, firstAssessment)
      lastSavedAt.value = new Date()
      failure.value = undefined
      return changed
    } catch (reason) {
      failure.value = notSaved(reason)
      return FAILED
    } finally {
      saving.value -= 1
    }
  }

  /**
   * Begins a new period's assessment from the last; resolves with whether it began. What was rated before it can
   * no longer be undone: it is kept.
   */
  function startPeriod(title: string): Promise<boolean> {
    return inTurn(async () => {
      try {
        await startAssessment(db, { ...firstAssessment(), title })
      } catch (reason) {
        failure.value = notSaved(reason)
        return false
      }
      undoable.value = []
      return true
    })
  }

  const hold = (role: Id | undefined) => changeMe(db, { role })
  const aimFor = (target: Id | undefined) => changeMe(db, { target })

  return {
    ready,
    person,
    role,
    target,
    assessments,
    ratings,
    undoable,
    lastSavedAt,
    saving,
    failure,
    rate,
    notRelevant,
    confirm,
    describe,
    answer,
    undo,
    startPeriod,
    hold,
    aimFor,
  }
})

const FAILED = Symbol('the rating could not be stored')

/** The same answer: given at the same moment, at the same level. */
export function isSame(a: Rating | undefined, b: Rating | undefined): boolean {
  return a?.at === b?.at && a?.level === b?.level
}

function firstAssessment(): Assessment {
  const now = new Date()
  return {
    id: crypto.randomUUID(),
    person: ME,
    title: seasonOf(now),
    startedAt: now.toISOString(),
    ratings: {},
  }
}

/** What a period is called until the person says otherwise. */
export function seasonOf(day: Date): string {
  const season = ['Winter', 'Spring', 'Summer', 'Autumn'][Math.floor(((day.getMonth() + 1) % 12) / 3)]
  return `${season} ${day.getFullYear()}`
}
