import type { Id } from './id'
import type { Scale } from './scale'

export interface SkillGroup {
  id: Id
  name: string
  summary?: string
  /** True where the file grouped nothing and the importer worked the group out. */
  inferred?: boolean
}

/** What one level of one skill looks like, as statements one could watch somebody do. */
export interface Descriptor {
  level: number
  statements: string[]
  /** An example of what would show it. */
  evidence?: string
}

/** What usually takes a person up to level `to`, from the one below. */
export interface Learning {
  to: number
  way: 'on the job' | 'from others' | 'formal'
  what: string
  hours: number
}

export interface Skill {
  id: Id
  name: string
  summary: string
  /** A skill may stand in several groups; the first is where it is listed. */
  groups: Id[]
  descriptors: Descriptor[]
  /** The publisher's needed level, where it is not the scale's working level. */
  needed?: number
  learning?: Learning[]
  related?: Id[]
}

/** The level at which the service counts somebody as able: the skill's own, else the scale's working level. */
export function neededLevel(skill: Skill, scale: Scale): number | undefined {
  return skill.needed ?? scale.working
}

export function descriptorAt(skill: Skill, level: number): Descriptor | undefined {
  return skill.descriptors.find((descriptor) => descriptor.level === level)
}

/** Skills near to one: those it names, then those that name it. Nearness goes both ways, whoever wrote it down. */
export function relatedSkills(skill: Skill, skills: readonly Skill[]): Skill[] {
  const named = (skill.related ?? []).flatMap((id) => skills.find((other) => other.id === id) ?? [])
  const naming = skills.filter((other) => other.related?.includes(skill.id) && !named.includes(other))
  return [...named, ...naming]
}
