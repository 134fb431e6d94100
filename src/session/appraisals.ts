import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { appraisalsOf, sayIn } from '../database/appraisals'
import { ME } from '../database/people'
import { keepWordings } from '../database/wordings'
import { appraisalId, type Appraisal, type Season } from '../domain/appraisal/appraisal'
import { canonical } from '../domain/appraisal/merge'
import { sayAll, type Saying } from '../domain/appraisal/say'
import { valueOf } from '../domain/appraisal/standing'
import { wordingOf } from '../domain/appraisal/wording'
import { frameworkRef } from '../domain/framework'
import { useLaptop } from './laptop'
import { useLibrary } from './library'
import { notSaved } from './notSaved'
import { useTeam } from './team'
import { useLiveQuery } from './useLiveQuery'

/** Something said in an appraisal here, and what stood there before. */
export interface Said {
  person: string
  season: Season
  /** For the button: `Solution design: 3`. */
  what: string
  sayings: readonly Saying[]
  back: readonly Saying[]
}

const NONE: Appraisal[] = []

/** Appraisals of the owner's team and of their own, and the one way to say something in one. */
export const useAppraisals = defineStore('appraisals', () => {
  const { db } = useLaptop()
  const team = useTeam()
  const library = useLibrary()
  const mineQuery = useLiveQuery(() => appraisalsOf(db, ME), { initial: NONE })
  const undoable = shallowRef<Said[]>([])
  const lastSavedAt = shallowRef<Date>()
  const failure = shallowRef<string>()

  const ready = computed(() => team.ready && !mineQuery.loading.value)
  const mine = computed(() => mineQuery.value.value)

  /** A person's appraisals, the latest season first. */
  const appraisalsIn = (person: string): readonly Appraisal[] =>
    person === ME ? mine.value : team.appraisalsIn(person)

  /** One season of theirs; an empty one where nobody has begun it. */
  function appraisalOf(person: string, season: Season): Appraisal {
    const here = appraisalsIn(person).find((one) => one.season === season)
    return here ?? { id: appraisalId(person, season), person, season, writes: {} }
  }

  /** Says something that can be taken back in one step. Resolves with whether it is durable. */
  async function say(person: string, season: Season, what: string, ...sayings: Saying[]): Promise<boolean> {
    const { writes } = appraisalOf(person, season)
    const back = sayings.map(
      (one) => ({ ...one, value: valueOf(writes, one.kind, one.key) ?? null }) as Saying,
    )
    const step: Said = { person, season, what, sayings, back }
    // Before it is durable, so that a key pressed right after takes this back and not what came before it.
    undoable.value = [...undoable.value, step]
    const isKept = await keep(person, season, ...sayings)
    if (!isKept) undoable.value = undoable.value.filter((one) => one !== step)
    return isKept
  }

  /** Says something without a step of its own to undo, as text is at every keystroke. */
  async function keep(person: string, season: Season, ...sayings: Saying[]): Promise<boolean> {
    if (team.keys === undefined) return false
    const at = new Date().toISOString()
    const before = appraisalOf(person, season)
    const shown = { ...before, writes: sayAll(before.writes, { laptop: team.keys.laptop, at }, sayings) }
    const keeping = sayIn(db, person, season, at, ...sayings)
    try {
      await (person === ME ? keeping : team.showWhile(shown, keeping))
      await keepWords(sayings)
      lastSavedAt.value = new Date()
      failure.value = undefined
      return true
    } catch (reason) {
      failure.value = notSaved(reason)
      return false
    }
  }

  /** Skills whose words are kept here, by framework version, so that what was said of them stays readable. */
  const worded = new Set<string>()
  async function keepWords(sayings: readonly Saying[]): Promise<void> {
    for (const { kind, key, value } of sayings) {
      if (value === null || (kind !== 'given' && kind !== 'agreed')) continue
      const found = library.skills.get(key.slice(key.indexOf('/') + 1))
      const words = found && `${frameworkRef(found.framework)} ${found.skill.id}`
      if (words === undefined || worded.has(words)) continue
      worded.add(words)
      await keepWordings(db, [wordingOf(found!.framework, new Set([found!.skill.id]))])
    }
  }

  /** Takes back what was said last, where it still stands; resolves with what it was. */
  async function undo(): Promise<Said | undefined> {
    const last = undoable.value.at(-1)
    if (last === undefined) return undefined
    undoable.value = undoable.value.slice(0, -1)
    const { writes } = appraisalOf(last.person, last.season)
    const stands = last.sayings.every(
      ({ kind, key, value }) => canonical(valueOf(writes, kind, key) ?? null) === canonical(value),
    )
    return stands && (await keep(last.person, last.season, ...last.back)) ? last : undefined
  }

  return { ready, mine, undoable, lastSavedAt, failure, appraisalsIn, appraisalOf, say, keep, undo }
})
