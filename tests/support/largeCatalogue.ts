import type { Catalogue } from '../../src/domain/catalogue'
import { MOVE_KINDS, type Move } from '../../src/domain/move'
import type { RoleProfile } from '../../src/domain/role'
import { syntheticFramework } from './syntheticFramework'

const ROLES = 250
const FAMILIES = 12
const SENIORITIES = 5
const ASKED = 14
/** So many skills are asked by any role, so that one role's learning counts for the next. */
const ASKED_FROM = 160
const MOVES_EACH = 4
/** What the last role asks: more than anybody rates in one go. */
const ASKED_MOST = 400

const name = (n: number) => `Role ${String(n).padStart(3, '0')}`
const nothing = (title: string) => ({ title, units: [], posts: [] })

function role(n: number): RoleProfile {
  const asked = n === ROLES - 1 ? ASKED_MOST : ASKED
  return {
    id: `synthetic-role-${n}`,
    name: name(n),
    family: `synthetic-family-${n % FAMILIES}`,
    seniority: 1 + (Math.floor(n / FAMILIES) % SENIORITIES),
    purpose: `To do what ${name(n)} does`,
    requirements: Array.from({ length: asked }, (_, nth) => ({
      skill: `synthetic-skill-${asked === ASKED_MOST ? nth * 30 : (n * 7 + nth * 13) % ASKED_FROM}`,
      level: 1 + ((n + nth * 3) % 5),
      essential: nth % 2 === 0,
    })),
  }
}

/** Each role leads to a few others, by strides that do not repeat soon. */
function moves(): Move[] {
  return Array.from({ length: ROLES * MOVES_EACH }, (_, n) => ({
    from: `synthetic-role-${n % ROLES}`,
    to: `synthetic-role-${((n % ROLES) * 3 + Math.floor(n / ROLES) * 31 + 1) % ROLES}`,
    kind: MOVE_KINDS[n % MOVE_KINDS.length] ?? 'promotion',
  })).filter(({ from, to }) => from !== to)
}

/**
 * A catalogue as large as any we expect: 13,900 skills, 250 roles in 12 families with 1,000 moves between them, and one
 * role (`Role 249`) that asks 400 skills. Made by arithmetic, for measuring.
 */
export function largeCatalogue(): Catalogue {
  const framework = syntheticFramework()
  const levels = ['Aware', 'Assists', 'Works unaided', 'Leads', 'Sets direction']
  return {
    v: 1,
    title: 'A large county',
    edition: '1',
    language: 'en-GB',
    frameworks: [
      {
        ...framework,
        scale: { working: 3, levels: levels.map((label, n) => ({ ordinal: n + 1, label })) },
        families: Array.from({ length: FAMILIES }, (_, n) => ({
          id: `synthetic-family-${n}`,
          name: `Family ${n + 1}`,
        })),
        roles: Array.from({ length: ROLES }, (_, n) => role(n)),
      },
    ],
    before: nothing('Before'),
    after: nothing('After'),
    successions: [],
    moves: moves(),
    strands: [],
  }
}
