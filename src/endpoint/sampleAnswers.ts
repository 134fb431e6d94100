import type { Rating } from '../domain/assessment'
import { bandsFor, type Bands } from '../domain/band'
import type { Catalogue } from '../domain/catalogue'
import type { Id } from '../domain/id'
import type { Bits } from '../domain/release/bits'
import type { RoleProfile } from '../domain/role'
import { highestLevel } from '../domain/scale'

/** What the made-up service is weak in, so that its report has something to say. */
const WEAK = /resilience|disaster|recovery|cloud|continuity/
/** Of a hundred skills a role does not ask, how many a person rates all the same. */
const RATED_UNASKED = 20
/** Of a hundred skills a role asks, how many a person leaves unrated. */
const LEFT_OUT = 6

/** The bands of one made-up person: about what the role asks, less where the service is weak, or was. */
export function madeUpBands(catalogue: Catalogue, role: RoleProfile, weakerIn: RegExp, bits: Bits): Bands {
  const framework = catalogue.frameworks[0]!
  const asked = new Map(role.requirements.map(({ skill, level }) => [skill, level ?? 1]))
  const highest = highestLevel(framework.scale)
  const ratings: Record<Id, Rating> = {}
  for (const { id, groups } of framework.skills) {
    const wanted = asked.get(id)
    if (bits.below(100) >= (wanted === undefined ? RATED_UNASKED : 100 - LEFT_OUT)) continue
    const where = `${id} ${groups.join(' ')}`
    const weak = WEAK.test(where) || weakerIn.test(where)
    const usual = wanted === undefined ? bits.below(3) : wanted + away(weak, bits)
    ratings[id] = { level: Math.min(highest, Math.max(0, usual)), at: '2026-09-01T12:00:00Z', on: 'made-up' }
  }
  return bandsFor(framework, role, ratings)
}

/** How many levels from what is asked: mostly met, a fifth one short; where weak, over half are short. */
function away(weak: boolean, bits: Bits): number {
  const draw = bits.below(100)
  const [two, one, met] = weak ? [15, 55, 90] : [3, 20, 75]
  return draw < two ? -2 : draw < one ? -1 : draw < met ? 0 : 1
}
