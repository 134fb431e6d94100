import type { Catalogue } from '../catalogue'
import type { Id } from '../id'
import { putBy } from './lists'
import { reviseThing } from './things'

/** Says how many people a strand needs at a skill's needed level; with 0, that it does not need the skill. */
export function setNeed(catalogue: Catalogue, strand: Id, skill: Id, headcount: number): Catalogue {
  return reviseThing(catalogue, { of: 'strand', id: strand }, (one) => ({
    ...one,
    needs:
      headcount === 0
        ? one.needs.filter((need) => need.skill !== skill)
        : putBy('skill', one.needs, { skill, headcount }),
  }))
}
