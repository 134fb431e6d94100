import { computed, type Ref } from 'vue'
import type { Appraisal, Wording } from '../../domain/appraisal/appraisal'
import { wordingOf, type WordingSource } from '../../domain/appraisal/wording'
import { frameworkRef } from '../../domain/framework'
import type { Id } from '../../domain/id'
import { NONE_YET } from '../../domain/scale'
import { useLaptop } from '../../session/laptop'
import { useLibrary } from '../../session/library'
import { refsIn } from '../../session/packs/refsIn'
import { wordingSource } from '../../session/packs/wordingSource'
import { useLiveQuery } from '../../session/useLiveQuery'

/** Skills and levels in the words of the version that something was said on; of today's, where none is given. */
export interface Words {
  /** False until the words have been read. */
  ready: boolean
  name: (skill: Id, on?: string) => string
  group: (skill: Id, on?: string) => string
  level: (skill: Id, level: number, on?: string) => string
  /** A level of a framework version, whatever the skill. */
  levelOn: (level: number, on: string) => string
  /** What the level looked like; empty where its framework gave no wording. */
  statements: (skill: Id, level: number, on: string) => readonly string[]
}

/** The words of appraisals, earlier editions among them, each read once. */
export function useWords(appraisals: Readonly<Ref<readonly Pick<Appraisal, 'season' | 'writes'>[]>>) {
  const { db } = useLaptop()
  const library = useLibrary()
  const refs = computed(() => refsIn(appraisals.value).sort().join(' '))
  const { value: source } = useLiveQuery(() => wordingSource(db, library.frameworks, refs.value.split(' ')), {
    deps: [refs, () => library.frameworks],
  })
  return computed(() => wordsFrom(source.value))
}

function wordsFrom(source: WordingSource | undefined): Words {
  const byRef = new Map<string, Worded | undefined>()
  function worded(on: string | undefined): Worded | undefined {
    if (on === undefined || source === undefined) return undefined
    if (!byRef.has(on)) byRef.set(on, wordedBy(source, on))
    return byRef.get(on)
  }
  function levelOn(level: number, on: string | undefined): string {
    if (level === NONE_YET) return 'None yet'
    const label = worded(on)?.levels.find(({ ordinal }) => ordinal === level)?.label
    return label === undefined ? `Level ${level}` : `${level} ${label}`
  }
  const skillOn = (skill: Id, on = source?.now(skill)) => worded(on)?.skills.get(skill)
  return {
    ready: source !== undefined,
    name: (skill, on) => skillOn(skill, on)?.name ?? skill,
    group: (skill, on) => skillOn(skill, on)?.group ?? 'Skills',
    level: (skill, level, on = source?.now(skill)) => levelOn(level, on),
    levelOn,
    statements: (skill, level, on) =>
      skillOn(skill, on)?.descriptors.find((one) => one.level === level)?.statements ?? [],
  }
}

interface Worded {
  levels: Wording['levels']
  skills: ReadonlyMap<Id, Wording['skills'][number]>
}

function wordedBy(source: WordingSource, on: string): Worded | undefined {
  const framework = source.framework(on)
  const wording =
    framework !== undefined && frameworkRef(framework) === on
      ? wordingOf(framework, new Set(framework.skills.map(({ id }) => id)))
      : source.kept(on)
  return wording && { levels: wording.levels, skills: new Map(wording.skills.map((one) => [one.id, one])) }
}
