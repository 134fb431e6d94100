import { assembleCatalogue } from '../../../build/catalogue.ts'
import type { Bands } from '../../../src/domain/band.ts'
import { bitsFrom } from '../../../src/domain/release/bits.ts'
import { partKey, type Headcount } from '../../../src/domain/release/cell.ts'
import { seededBytes } from '../../../src/domain/release/seeded.ts'
import type { RoleProfile } from '../../../src/domain/role.ts'
import { madeUpBands } from '../../../src/endpoint/sampleAnswers.ts'
import type { Random } from './random.ts'

/** The built-in catalogue, and made-up staff of the structure in it at any size. */
export const catalogue = assembleCatalogue('catalogue')
export const framework = catalogue.frameworks[0]!
export const skills = framework.skills.map(({ id }) => id)
export const names = { units: new Map<string, string>(), families: new Map<string, string>() }

/** What the made-up service is weaker in than in the rest. */
const WEAK = /resilience|disaster|recovery|cloud|continuity/

export interface Member {
  unit: string
  role: RoleProfile
  bands: Bands
}

const roles = new Map(catalogue.frameworks.flatMap((one) => one.roles).map((role) => [role.id, role]))
const posts = catalogue.after.posts.flatMap(({ role: id, unit, headcount }) => {
  const role = id === undefined ? undefined : roles.get(id)
  return role === undefined ? [] : Array.from({ length: headcount }, () => ({ unit, role }))
})

/** Made-up answers to all skills by people of one role. */
export function answersOf(role: RoleProfile, count: number, seed: number): Bands[] {
  const bits = bitsFrom(seededBytes(seed))
  return Array.from({ length: count }, () => madeUpBands(catalogue, role, WEAK, bits))
}

/** Staff in the posts of the new structure, in its proportions. */
export function staffOf(size: number, seed: number, random: Random): Member[] {
  const bits = bitsFrom(seededBytes(seed))
  return Array.from({ length: size }, () => {
    const { unit, role } = random.pick(posts)
    return { unit, role, bands: madeUpBands(catalogue, role, WEAK, bits) }
  })
}

export function headcountsOf(staff: readonly Member[]): Headcount[] {
  const parts = new Map<string, Headcount>()
  for (const { unit, role } of staff) {
    const known = parts.get(partKey({ unit, family: role.family })) ?? {
      unit,
      family: role.family,
      headcount: 0,
    }
    known.headcount += 1
    parts.set(partKey(known), known)
  }
  return [...parts.values()]
}
