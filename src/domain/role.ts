import type { Id } from './id'

/** Roles of one kind of work: architecture, service management. */
export interface Family {
  id: Id
  name: string
  summary?: string
}

/** A role of a framework that has several role levels; each role level is one role profile. */
export interface Ladder {
  id: Id
  name: string
  family: Id
  summary?: string
}

/** "This skill, at this level." Without a level, any level meets it: that is neither level 0 nor level 1. */
export interface Requirement {
  skill: Id
  level?: number
  essential: boolean
}

export interface RoleProfile {
  id: Id
  name: string
  family: Id
  ladder?: Id
  /** 1 is the most junior. Used to draw the pathway, never to compute a grade. */
  seniority: number
  /** True where the file gave no order and the importer worked it out. */
  seniorityInferred?: boolean
  purpose: string
  requirements: Requirement[]
  waysIn?: string
  waysOut?: string
}
