import type { Id } from './id'
import type { Family, Ladder, RoleProfile } from './role'
import type { Scale } from './scale'
import type { Skill, SkillGroup } from './skill'

export interface Licence {
  title: string
  url?: string
  attribution: string
  /** `no`: its text stays on this laptop and is left out of every export. */
  redistributable: 'yes' | 'internal' | 'no'
}

/** A published set of skills and role profiles on one scale. Immutable once published. */
export interface Framework {
  /** Stable across versions: `county`, `gdd`. Also the prefix of its ids. */
  key: Id
  version: string
  title: string
  publisher?: string
  language: string
  licence: Licence
  scale: Scale
  groups: SkillGroup[]
  skills: Skill[]
  families: Family[]
  ladders: Ladder[]
  roles: RoleProfile[]
}

/** Names one version of one framework, in ratings and as the database key. */
export function frameworkRef(framework: Pick<Framework, 'key' | 'version'>): string {
  return `${framework.key}@${framework.version}`
}
