import { levelOf } from '../assessment'
import type { Id } from '../id'
import { levelAsked } from '../gap'
import type { RoleProfile } from '../role'
import { standingOf } from './standing'
import type { Writes } from './write'

/** One thing to talk about: a skill that the two see differently. */
export interface AgendaItem {
  skill: Id
  /** Undefined where that side has not rated it, or called it not relevant. */
  own?: number
  given?: number
  /** Levels between the two; a side that gave none counts as having said none yet. */
  difference: number
  /** Whether the role held asks it: `no` where it does not. */
  asked: 'essential' | 'desirable' | 'no'
  /** The level the role asks; undefined where it asks none or states none. */
  level?: number
}

/**
 * What to talk about: the differences only, those that are essential to the role first, then desirable, then
 * the rest, and the largest first in each. A skill that only one of the two rated is there where the role asks
 * it, or where that one gave a level above none yet. Equals go by name.
 */
export function agenda(
  writes: Writes,
  manager: string,
  role: RoleProfile | undefined,
  nameOf: (skill: Id) => string,
): AgendaItem[] {
  const asked = new Map(role?.requirements.map((requirement) => [requirement.skill, requirement]))
  const [ownRatings, givenRatings] = [standingOf(writes, 'own'), standingOf(writes, 'given')]
  const skills = [...ownRatings.keys(), ...skillsGivenBy(manager, givenRatings.keys())]
  const items = [...new Set(skills)].flatMap((skill): AgendaItem[] => {
    const own = levelOf(ownRatings.get(skill)?.value ?? undefined)
    const given = levelOf(givenRatings.get(givenKey(manager, skill))?.value ?? undefined)
    const requirement = asked.get(skill)
    const difference = Math.abs((own ?? 0) - (given ?? 0))
    const oneSided = (own === undefined) !== (given === undefined)
    if (difference === 0 && !(oneSided && requirement !== undefined)) return []
    return [
      {
        skill,
        ...(own !== undefined && { own }),
        ...(given !== undefined && { given }),
        difference,
        asked: requirement === undefined ? 'no' : requirement.essential ? 'essential' : 'desirable',
        ...(requirement?.level !== undefined && { level: levelAsked(requirement) }),
      },
    ]
  })
  return items.sort(
    (a, b) =>
      RANK[a.asked] - RANK[b.asked] ||
      b.difference - a.difference ||
      nameOf(a.skill).localeCompare(nameOf(b.skill), 'en-GB'),
  )
}

const RANK: Record<AgendaItem['asked'], number> = { essential: 0, desirable: 1, no: 2 }

/** The key under which a manager's rating of a skill stands. */
export function givenKey(manager: string, skill: Id): string {
  return `${manager}/${skill}`
}

function skillsGivenBy(manager: string, keys: Iterable<string>): Id[] {
  return [...keys].filter((key) => key.startsWith(`${manager}/`)).map((key) => key.slice(manager.length + 1))
}
