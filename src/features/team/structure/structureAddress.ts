import type { LocationQuery } from 'vue-router'
import type { Id } from '../../../domain/id'

/** Which units of the new structure are looked at: those that people of this team are in, every one, or one. */
export type UnitChoice = 'ours' | 'all' | { unit: Id }

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Reads the address; what is no such thing counts as not said. No unit's id is `all`: ids carry a prefix. */
export function readUnits({ unit }: LocationQuery): UnitChoice {
  if (unit === 'all' || unit === 'ours') return unit
  return typeof unit === 'string' && ID.test(unit) ? { unit } : 'ours'
}

/** The word for a choice, in the address and in the list to choose from. */
export function writeUnits(choice: UnitChoice): string {
  return typeof choice === 'string' ? choice : choice.unit
}
