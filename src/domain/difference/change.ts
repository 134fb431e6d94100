import type { Framework } from '../framework'
import type { Id } from '../id'
import type { MoveKind } from '../move'
import type { ThingKind } from '../names'

/** A thing of a catalogue. `when` tells a unit or post of the old structure from one of the new. */
export interface Thing {
  of: ThingKind
  id: Id
  when?: 'before' | 'after'
}

/** One difference between two versions, as a person who knows the content would see it. */
export type Change = ThingChange | SkillChange | RoleChange | FrameworkChange | StructureChange | PlanChange

/** What may happen to anything that has a name. */
export type ThingChange =
  | { kind: 'added' | 'removed'; thing: Thing; name: string }
  | { kind: 'renamed'; thing: Thing; from: string; to: string }
  /** Text about it, other than a skill's: its summary or purpose, a role's ways in and out. */
  | { kind: 'reworded'; thing: Thing }
  /** Things of one kind stand in another order. */
  | { kind: 'reordered'; of: ThingKind; in: Id | 'before' | 'after' | 'catalogue' }

export type SkillChange =
  /** What a person rates against: the summary, or what somebody does at these levels. */
  | { kind: 'skill-reworded'; skill: Id; summary: boolean; levels: number[] }
  | { kind: 'skill-regrouped'; skill: Id; from: Id[]; to: Id[] }
  | { kind: 'needed-level'; skill: Id; from?: number; to?: number }
  /** What helps a person with it; nobody rates against these. */
  | { kind: 'skill-advice'; skill: Id; about: 'examples of evidence' | 'ways to learn it' | 'related skills' }

export type RoleChange =
  | {
      kind: 'requirement-added' | 'requirement-removed'
      role: Id
      skill: Id
      level?: number
      essential: boolean
    }
  /** Raised or lowered; a level absent is "any level". */
  | { kind: 'required-level'; role: Id; skill: Id; from?: number; to?: number }
  | { kind: 'required-weight'; role: Id; skill: Id; essential: boolean }
  | { kind: 'refamilied'; thing: Thing; from: Id; to: Id }
  | { kind: 'role-ladder'; role: Id; from?: Id; to?: Id }
  | { kind: 'seniority'; role: Id; from: number; to: number }

export type FrameworkChange =
  | { kind: 'scale'; framework: Id }
  | { kind: 'licence'; framework: Id; from: Framework['licence']; to: Framework['licence'] }
  | {
      kind: 'framework-detail'
      framework: Id
      what: 'version' | 'publisher' | 'language'
      from?: string
      to?: string
    }

export type StructureChange =
  | { kind: 'structure-title'; when: 'before' | 'after'; from: string; to: string }
  | { kind: 'consultation'; when: 'before' | 'after'; open: boolean }
  | { kind: 'unit-moved'; unit: Id; when: 'before' | 'after'; from?: Id; to?: Id }
  | { kind: 'headcount'; post: Id; when: 'before' | 'after'; from: number; to: number }
  | { kind: 'post-role'; post: Id; when: 'before' | 'after'; from: Id; to: Id }
  | { kind: 'post-unit'; post: Id; when: 'before' | 'after'; from: Id; to: Id }
  | { kind: 'post-grade'; post: Id; when: 'before' | 'after'; from?: string; to?: string }
  /** Where a post of the old structure leads; empty where nothing is said. */
  | { kind: 'succession'; post: Id; from: Id[]; to: Id[] }
  | { kind: 'succession-reason'; post: Id }

export type PlanChange =
  | { kind: 'move-added' | 'move-removed'; from: Id; to: Id; as: MoveKind }
  | { kind: 'move-kind'; from: Id; to: Id; was: MoveKind; is: MoveKind }
  | { kind: 'move-reason'; from: Id; to: Id }
  /** People a strand needs at the skill's needed level; absent where it needs none. */
  | { kind: 'strand-need'; strand: Id; skill: Id; from?: number; to?: number }
  | { kind: 'notice'; from?: string; to?: string }
  | { kind: 'catalogue-detail'; what: 'title' | 'edition' | 'language'; from: string; to: string }
