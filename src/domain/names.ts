import type { Catalogue } from './catalogue'
import type { Framework } from './framework'
import type { Id } from './id'
import { levelLabel, type Scale } from './scale'

export const THING_KINDS = [
  'framework',
  'group',
  'skill',
  'family',
  'ladder',
  'role',
  'unit',
  'post',
  'strand',
] as const
/** The kinds of thing that have a name in a catalogue. A framework's id is its key. */
export type ThingKind = (typeof THING_KINDS)[number]

/** What people call the things of a catalogue. */
export interface Names {
  /** The name of a thing; its id where it is not known or has no name yet. */
  of(kind: ThingKind, id: Id): string
  /** `3 Works unaided`, on the scale of the skill; `any level` where none is stated. */
  level(skill: Id, ordinal: number | undefined): string
}

/** Where names are read from: a catalogue, or frameworks alone. */
export type NameSource = Pick<Catalogue, 'frameworks'> & Partial<Catalogue>

/** The names in these versions. Where two have a name for the same thing, the first one's is used. */
export function namesIn(...sources: NameSource[]): Names {
  const names = new Map<string, string>()
  const scales = new Map<Id, Scale>()
  const learn = (kind: ThingKind, things: readonly { id: Id; name: string }[]) => {
    for (const { id, name } of things) {
      const key = `${kind} ${id}`
      if (!names.has(key) && name.trim() !== '') names.set(key, name)
    }
  }
  for (const source of sources) {
    learn(
      'framework',
      source.frameworks.map(({ key, title }) => ({ id: key, name: title })),
    )
    for (const framework of source.frameworks) learnFramework(framework, learn, scales)
    for (const structure of [source.after, source.before]) {
      learn('unit', structure?.units ?? [])
      learn('post', structure?.posts ?? [])
    }
    learn('strand', source.strands ?? [])
  }
  return {
    of: (kind, id) => names.get(`${kind} ${id}`) ?? id,
    level: (skill, ordinal) => levelInWords(scales.get(skill), ordinal),
  }
}

type Learn = (kind: ThingKind, things: readonly { id: Id; name: string }[]) => void

function learnFramework(framework: Framework, learn: Learn, scales: Map<Id, Scale>): void {
  const { groups, skills, families, ladders, roles, scale } = framework
  learn('group', groups)
  learn('skill', skills)
  learn('family', families)
  learn('ladder', ladders)
  learn('role', roles)
  for (const { id } of skills) if (!scales.has(id)) scales.set(id, scale)
}

function levelInWords(scale: Scale | undefined, ordinal: number | undefined): string {
  if (ordinal === undefined) return 'any level'
  const label = scale === undefined ? `Level ${ordinal}` : levelLabel(scale, ordinal)
  return label === `Level ${ordinal}` ? `level ${ordinal}` : `${ordinal} ${label}`
}
