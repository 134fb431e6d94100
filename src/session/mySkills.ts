import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { currentAssessment, rate as storeRating, type Change } from '../database/ratings'
import { changeMe, me, ME } from '../database/people'
import { rated, type Assessment, type Person, type Rating } from '../domain/assessment'
import { frameworkRef } from '../domain/framework'
import type { Id } from '../domain/id'
import { useLaptop } from './laptop'
import { useLibrary } from './library'
import { useLiveQuery } from './useLiveQuery'

interface Undoable {
  skill: Id
  before: Rating | undefined
}

const NO_RATINGS: Readonly<Record<Id, Rating>> = Object.freeze({})

/** The laptop owner's role, target and ratings, and the one way to change a rating. */
export const useMySkills = defineStore('mySkills', () => {
  const { db } = useLaptop()
  const library = useLibrary()
  const personQuery = useLiveQuery(() => me(db))
  const assessmentQuery = useLiveQuery(() => currentAssessment(db, ME))
  const undoable = shallowRef<Undoable[]>([])
  const lastSavedAt = shallowRef<Date>()
  const saving = shallowRef(0)
  const failure = shallowRef<string>()

  const person = computed<Person>(() => personQuery.value.value ?? { id: ME })
  const ratings = computed(() => assessmentQuery.value.value?.ratings ?? NO_RATINGS)
  const role = computed(() => find(person.value.role))
  const target = computed(() => find(person.value.target))
  const ready = computed(() => library.ready && !personQuery.loading.value && !assessmentQuery.loading.value)

  function find(id: Id | undefined) {
    return id === undefined ? undefined : library.roles.get(id)
  }

  /** One change after another, so that undo always takes back the last key pressed, stored or not yet. */
  let last: Promise<unknown> = Promise.resolve()
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work)
    last = done
    return done
  }

  /** Stores a level (0 = none yet) or, with undefined, makes the skill not rated. Resolves when durable. */
  async function rate(skill: Id, level: number | undefined): Promise<void> {
    const framework = library.skills.get(skill)?.framework
    if (framework === undefined) return
    const at = new Date().toISOString()
    await inTurn(async () => {
      const before = await store(skill, (stored) =>
        level === undefined ? undefined : rated(stored, level, at, frameworkRef(framework)),
      )
      if (before !== FAILED) undoable.value = [...undoable.value, { skill, before }]
    })
  }

  /** Takes back the last rating of this session; returns the skill it was of. */
  function undo(): Promise<Id | undefined> {
    return inTurn(async () => {
      const taken = undoable.value.at(-1)
      if (taken === undefined) return undefined
      if ((await store(taken.skill, () => taken.before)) === FAILED) return undefined
      undoable.value = undoable.value.slice(0, -1)
      return taken.skill
    })
  }

  async function store(skill: Id, change: Change): Promise<Rating | undefined | typeof FAILED> {
    saving.value += 1
    try {
      const before = await storeRating(db, skill, change, firstAssessment)
      lastSavedAt.value = new Date()
      failure.value = undefined
      return before
    } catch (reason) {
      failure.value = sentenceFor(reason)
      return FAILED
    } finally {
      saving.value -= 1
    }
  }

  const hold = (role: Id | undefined) => changeMe(db, { role })
  const aimFor = (target: Id | undefined) => changeMe(db, { target })

  return {
    ready,
    person,
    role,
    target,
    ratings,
    undoable,
    lastSavedAt,
    saving,
    failure,
    rate,
    undo,
    hold,
    aimFor,
  }
})

const FAILED = Symbol('the rating could not be stored')

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

function seasonOf(day: Date): string {
  const season = ['Winter', 'Spring', 'Summer', 'Autumn'][Math.floor(((day.getMonth() + 1) % 12) / 3)]
  return `${season} ${day.getFullYear()}`
}

function sentenceFor(reason: unknown): string {
  const names = [reason, (reason as { inner?: unknown })?.inner].map((e) => (e as Error | undefined)?.name)
  if (names.includes('QuotaExceededError')) {
    return 'This rating could not be saved: the browser has no room left. Make a backup, then free some space.'
  }
  if (names.includes('DatabaseClosedError')) {
    return 'This rating could not be saved: a newer Waymark is open in another tab. Reload this page.'
  }
  return 'This rating could not be saved. Reload the page and try again; what was saved before is kept.'
}
