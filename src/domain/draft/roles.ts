import type { Catalogue } from '../catalogue'
import type { Id } from '../id'
import type { Requirement } from '../role'
import { putBy } from './lists'
import { reviseThing } from './things'

/** Makes a role ask a skill, or ask it differently; where it was asked already it keeps its place. */
export function ask(catalogue: Catalogue, role: Id, requirement: Requirement): Catalogue {
  return reviseThing(catalogue, { of: 'role', id: role }, (one) => ({
    ...one,
    requirements: putBy('skill', one.requirements, requirement),
  }))
}

export function stopAsking(catalogue: Catalogue, role: Id, skill: Id): Catalogue {
  return reviseThing(catalogue, { of: 'role', id: role }, (one) => ({
    ...one,
    requirements: one.requirements.filter((requirement) => requirement.skill !== skill),
  }))
}
