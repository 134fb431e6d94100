import type { Assessment, Person, Rating } from './assessment'
import type { Catalogue } from './catalogue'
import { frameworkRef, type Framework } from './framework'
import type { Id } from './id'
import { bitsFrom, type Bits, type RandomBytes } from './release/bits'
import type { RoleProfile } from './role'
import { highestLevel } from './scale'

/** A made-up service: nobody in it is anybody. */
export interface SampleService {
  people: Person[]
  assessments: Assessment[]
}

export const SAMPLE_STAFF = 24
/** Every one of them is called Sample, so that no list of theirs can be taken for real. */
const FIRST_NAMES =
  'Alder Aspen Bay Birch Bracken Briar Cedar Clover Elder Fern Flax Gorse Hazel Heath Juniper Larch Linden Maple Oak Reed Rowan Sorrel Thyme Willow'
const DAY_MS = 24 * 60 * 60 * 1000
const HALF_A_YEAR_DAYS = 182

/**
 * A made-up service of 24 staff in the posts of the new structure, as many of each as their
 * headcounts say, each with ratings such as somebody in that role might give. One of them
 * has the id `owner`, an earlier assessment and a target. The same bytes give the same service.
 */
export function sampleService(
  catalogue: Catalogue,
  { owner, now, bytes }: { owner: Person['id']; now: Date; bytes: RandomBytes },
): SampleService {
  const chance = bitsFrom(bytes)
  const roles = seatsOf(catalogue).slice(0, SAMPLE_STAFF)
  const ownerAt = likelyOwner(catalogue, roles)
  const people = roles.map(({ role }, at): Person => {
    const name = `${FIRST_NAMES.split(' ')[at]} Sample`
    if (at !== ownerAt) return { id: `sample-${at + 1}`, name, role: role.id }
    return { id: owner, name, role: role.id, target: promotionFrom(catalogue, role.id)?.to }
  })
  const assessments = roles.flatMap(({ role, framework }, at) => {
    const current = assess(people[at]!.id, role, framework, now, chance)
    return at === ownerAt ? [halfAYearBefore(current, chance), current] : [current]
  })
  return { people, assessments }
}

interface Seat {
  role: RoleProfile
  framework: Framework
}

/** Every so many seats of the service, in the order of its posts: a small likeness of the whole. Without posts, its roles. */
function seatsOf({ frameworks, after }: Catalogue): Seat[] {
  const byId = new Map(
    frameworks.flatMap((framework) => framework.roles.map((role) => [role.id, { role, framework }] as const)),
  )
  const seats = after.posts.flatMap(({ role, headcount }) => {
    const seat = byId.get(role)
    return seat === undefined ? [] : Array.from({ length: headcount }, () => seat)
  })
  if (seats.length < SAMPLE_STAFF) return [...byId.values()]
  const every = seats.length / SAMPLE_STAFF
  return Array.from({ length: SAMPLE_STAFF }, (_, at) => seats[Math.floor((at + 0.5) * every)]!)
}

/** Whoever has most of what the next role asks in their own role already. */
function likelyOwner(catalogue: Catalogue, seats: readonly Seat[]): number {
  const inCommon = seats.map(({ role }) => promotionFrom(catalogue, role.id)?.inCommon ?? 0)
  return inCommon.indexOf(Math.max(...inCommon))
}

/** Of several promotions, the one that asks most of what the person's role asks too. */
function promotionFrom({ moves, frameworks }: Catalogue, from: Id): { to: Id; inCommon: number } | undefined {
  const skills = (id: Id) =>
    frameworks
      .flatMap(({ roles }) => roles.find((role) => role.id === id)?.requirements ?? [])
      .map(({ skill }) => skill)
  const own = new Set(skills(from))
  return moves
    .filter((move) => move.from === from && move.kind === 'promotion')
    .map(({ to }) => ({ to, inCommon: skills(to).filter((skill) => own.has(skill)).length }))
    .sort((a, b) => b.inCommon - a.inCommon)[0]
}

/** In sixteenths: how far a rating is from what the role asks. */
const DRIFT = [-2, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1]

function assess(
  person: Person['id'],
  role: RoleProfile,
  framework: Framework,
  now: Date,
  chance: Bits,
): Assessment {
  const highest = highestLevel(framework.scale)
  const asked = new Map(role.requirements.map(({ skill, level }) => [skill, level ?? 1]))
  const ratings: Record<Id, Rating> = {}
  for (const { id } of framework.skills) {
    const wanted = asked.get(id)
    // Most of what the role asks is rated, and a little of what it does not.
    if (wanted === undefined ? chance.below(6) > 0 : chance.below(12) === 0) continue
    const drift = DRIFT[chance.below(DRIFT.length)]!
    const level = wanted === undefined ? chance.below(3) : Math.min(highest, Math.max(0, wanted + drift))
    ratings[id] = { level, at: daysBefore(now, chance.below(14)), on: frameworkRef(framework) }
  }
  const startedAt = daysBefore(now, 14)
  return { id: `sample-${person}-now`, person, title: 'This half-year (made up)', startedAt, ratings }
}

/** Fewer skills rated, and some of them a level lower. */
function halfAYearBefore({ person, startedAt, ratings }: Assessment, chance: Bits): Assessment {
  const earlier: Record<Id, Rating> = {}
  for (const [skill, rating] of Object.entries(ratings)) {
    const lower = chance.below(3) === 0 ? 1 : 0
    if (chance.below(5) === 0) continue
    const at = daysBefore(new Date(rating.at), HALF_A_YEAR_DAYS)
    earlier[skill] = { ...rating, level: Math.max(0, rating.level - lower), at }
  }
  return {
    id: `sample-${person}-before`,
    person,
    title: 'Half a year earlier (made up)',
    startedAt: daysBefore(new Date(startedAt), HALF_A_YEAR_DAYS),
    ratings: earlier,
  }
}

function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString()
}
