import type { Appraisal, Member } from '../../src/domain/appraisal/appraisal'
import { confirmable } from '../../src/domain/appraisal/confirm'
import type { Kind, Values, Write } from '../../src/domain/appraisal/write'
import type { Catalogue } from '../../src/domain/catalogue'
import { bitsFrom, type Bits } from '../../src/domain/release/bits'
import { seededBytes } from '../../src/domain/release/seeded'
import type { RoleProfile } from '../../src/domain/role'
import { syntheticFramework } from './syntheticFramework'

const ROLES = 12
const ASKED = 20
const LEVELS = ['Aware', 'Assists', 'Works unaided', 'Leads', 'Sets direction']
const AT = '2026-11-02T09:00:00.000Z'
const nothing = (title: string) => ({ title, units: [], posts: [] })

/** A made-up team, what its manager knows of it, and the catalogue its skills are of. */
export interface LargeTeam {
  catalogue: Catalogue
  members: Member[]
  appraisals: Appraisal[]
}

/**
 * So many people and skills, for measuring and trying. Of each person most of their own ratings are known, half are
 * given by the manager and some agreed; one in nine has shared nothing and one in fifteen is away. The same numbers
 * give the same team. Nobody in it is anybody.
 */
export function largeTeam(
  { people, skills }: { people: number; skills: number },
  { manager, laptop, season = '2026' }: { manager: string; laptop: string; season?: string },
): LargeTeam {
  const chance = bitsFrom(seededBytes(people * 1000 + skills))
  const catalogue = catalogueOf(skills)
  const members = Array.from({ length: people }, (_, n): Member => {
    const role = catalogue.frameworks[0]!.roles[n % ROLES]!.id
    const away = n % 15 === 7 ? { away: { until: '2099-01-31' } } : {}
    return { id: `person-${n}`, name: `Person ${String(n + 1).padStart(3, '0')}`, role, addedAt: AT, ...away }
  })
  const shares = members.filter((_, n) => n % 9 !== 4)
  const appraisals = shares.map(({ id, name }) => ({
    id: `${id}/${season}`,
    person: id,
    season,
    writes: writesOf(name, catalogue, chance, { manager, laptop }),
  }))
  return { catalogue, members, appraisals }
}

function catalogueOf(size: number): Catalogue {
  const framework = syntheticFramework(size)
  const role = (n: number): RoleProfile => ({
    id: `synthetic-role-${n}`,
    name: `Role ${n + 1}`,
    family: 'synthetic-family',
    seniority: 1 + (n % 5),
    purpose: `To do what role ${n + 1} does`,
    requirements: Array.from({ length: Math.min(ASKED, size) }, (_, nth) => ({
      skill: `synthetic-skill-${(n * 7 + nth) % size}`,
      level: 1 + ((n + nth) % 5),
      essential: nth % 2 === 0,
    })),
  })
  return {
    v: 1,
    title: 'A large team',
    edition: '1',
    language: 'en-GB',
    frameworks: [
      {
        ...framework,
        groups: Array.from({ length: Math.ceil(size / 20) }, (_, n) => ({
          id: `synthetic-part-${n}`,
          name: `Part ${n + 1}`,
        })),
        skills: framework.skills.map((skill, n) => ({
          ...skill,
          groups: [`synthetic-part-${Math.floor(n / 20)}`],
        })),
        scale: { working: 3, levels: LEVELS.map((label, n) => ({ ordinal: n + 1, label })) },
        families: [{ id: 'synthetic-family', name: 'Family' }],
        roles: Array.from({ length: ROLES }, (_, n) => role(n)),
      },
    ],
    before: nothing('Before'),
    after: nothing('After'),
    successions: [],
    moves: [],
    strands: [],
  }
}

function writesOf(
  name: string,
  { frameworks: [framework] }: Catalogue,
  chance: Bits,
  { manager, laptop }: { manager: string; laptop: string },
): Appraisal['writes'] {
  const writes: Record<string, Write> = {}
  let count = 0
  const put = <K extends Kind>(by: string, kind: K, key: string, value: Values[K]) => {
    const id = `${(count += 1)}-${by}`
    writes[id] = { id, kind, key, value, over: [], rev: 0, at: AT }
  }
  const theirs = 'staffstaffstaff0'
  const on = `${framework!.key}@${framework!.version}`
  put(theirs, 'person', '', { name })
  put(laptop, 'opened', manager, { how: 'rated first', rated: 0 })
  for (const { id } of framework!.skills) {
    const level = chance.below(LEVELS.length + 1)
    if (chance.below(4) > 0) put(theirs, 'own', id, { level, at: AT, on, lastUsed: '2026-06' })
    if (chance.below(2) === 0) put(laptop, 'given', `${manager}/${id}`, { level, on })
    if (chance.below(6) === 0) put(laptop, 'agreed', id, { level, on })
  }
  const of = confirmable({ ...writes })
  put(theirs, 'confirmed', 'person', { name, of })
  put(laptop, 'confirmed', 'manager', { name: 'Manager', of })
  return writes
}
