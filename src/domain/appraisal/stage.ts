import type { Day } from '../day'
import { hasOpened } from '../team/person'
import type { RoleProfile } from '../role'
import { givenKey } from './agenda'
import type { Appraisal } from './appraisal'
import { confirmation } from './confirm'
import { standingOf, valueOf } from './standing'
import { SIDES, seenAs, type Side, type Writes } from './write'

/** How far an appraisal has come, as its manager sees it, in the order of a season. */
export const STAGES = [
  'no pack yet',
  'rating',
  'rated, pack waiting',
  'ready to meet',
  'met',
  'confirmed by both',
] as const
export type Stage = (typeof STAGES)[number]

/** Where one appraisal stands, with what the stage is worked out from. */
export interface Progress {
  stage: Stage
  /** Whether a pack of theirs was opened here this season. What it says may still be hidden. */
  packHere: boolean
  /** Whether the manager has looked at what the person says of themselves. */
  opened: boolean
  /** Of the skills their role asks, how many the manager has rated. */
  rated: number
  /** How many those are; 0 where no role is known. */
  toRate: number
  metOn?: Day
  confirmed: Record<Side, 'none' | 'holds' | 'changed since'>
  /** Ratings of the manager's that the person has not been given as they stand. */
  notGiven: number
}

/** Where an appraisal stands for this manager; `undefined` is one that nobody has begun. */
export function progressOf(
  appraisal: Pick<Appraisal, 'writes' | 'handedOver'> | undefined,
  manager: string,
  role: RoleProfile | undefined,
): Progress {
  const writes = appraisal?.writes ?? {}
  const asked = role?.requirements ?? []
  const given = new Set(skillsGiven(writes, manager))
  const facts = {
    packHere: standingOf(writes, 'person').size > 0,
    opened: hasOpened(writes, manager),
    rated: asked.filter(({ skill }) => given.has(skill)).length,
    toRate: asked.length,
    metOn: valueOf(writes, 'meeting', ''),
    confirmed: {
      person: confirmation(writes, 'person'),
      manager: confirmation(writes, 'manager'),
    },
    notGiven: appraisal === undefined ? 0 : notYetGiven(appraisal, manager).length,
  }
  return { ...facts, stage: stageOf(writes, given.size > 0, facts) }
}

function stageOf(writes: Writes, begun: boolean, facts: Omit<Progress, 'stage'>): Stage {
  if (SIDES.every((side) => facts.confirmed[side] === 'holds')) return 'confirmed by both'
  if (facts.metOn !== undefined || standingOf(writes, 'agreed').size > 0) return 'met'
  if (facts.opened) return 'ready to meet'
  const all = facts.toRate > 0 && facts.rated === facts.toRate
  if (facts.packHere) return all ? 'rated, pack waiting' : 'rating'
  return begun && !all ? 'rating' : 'no pack yet'
}

/** The skills this manager has rated, not relevant ones among them. */
export function skillsGiven(writes: Writes, manager: string): string[] {
  const before = givenKey(manager, '')
  return [...standingOf(writes, 'given').values()]
    .filter(({ key, value }) => value !== null && key.startsWith(before))
    .map(({ key }) => key.slice(before.length))
}

/** Skills whose rating by this manager the person has not been given as it now stands. It is owed to them. */
export function notYetGiven(
  { writes, handedOver = [] }: Pick<Appraisal, 'writes' | 'handedOver'>,
  manager: string,
) {
  const before = givenKey(manager, '')
  const given = new Set(handedOver)
  return [...standingOf(writes, 'given').values()]
    .filter(({ key, write }) => key.startsWith(before) && !given.has(seenAs(write)))
    .map(({ key }) => key.slice(before.length))
}

/** The managers who say anything in an appraisal, and the name each is known by there. */
export function managersIn(writes: Writes): { key: string; name?: string }[] {
  const named = [...standingOf(writes, 'manager').values()].map(({ key, value }) => ({
    key,
    ...(value !== null && { name: value.name }),
  }))
  const known = new Set(named.map(({ key }) => key))
  const keys = [...standingOf(writes, 'given').keys()].map((key) => key.split('/')[0]!)
  return [...named, ...[...new Set(keys)].filter((key) => !known.has(key)).map((key) => ({ key }))]
}
