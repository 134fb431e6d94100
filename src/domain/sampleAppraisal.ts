import { confirmable } from './appraisal/confirm'
import { givenKey } from './appraisal/agenda'
import { say } from './appraisal/say'
import { standingOf } from './appraisal/standing'
import { SIDES, type Kind, type Side, type Values, type Writes } from './appraisal/write'
import type { Rating } from './assessment'
import { addDays, type Day } from './day'
import { frameworkRef, type Framework } from './framework'
import { gapsFor } from './gap'
import type { Id } from './id'
import { actionFor } from './plan/action'
import type { Certificate } from './plan/certificate'
import type { Bits } from './release/bits'
import type { RoleProfile } from './role'
import { highestLevel } from './scale'

/** How far a made-up appraisal has come; each has all that the ones before it have. */
export const SAMPLE_STEPS = [
  'no pack',
  'pack',
  'rated',
  'opened',
  'met',
  'signed by one',
  'confirmed',
] as const
export type SampleStep = (typeof SAMPLE_STEPS)[number]

/** One side of a made-up appraisal: who they are in it, and what their laptop signs with. */
export interface SampleSide {
  key: string
  laptop: string
  name: string
}

export interface SampleCase {
  sides: Record<Side, SampleSide>
  role: RoleProfile
  framework: Framework
  unit?: Id
  target?: Id
  ratings: Readonly<Record<Id, Rating>>
  certificates: Certificate[]
  step: SampleStep
  /** Of the skills the role asks, how many in twelve the manager has rated. */
  rated: number
  /** When the last thing was said. */
  day: Day
}

const COMMENTS = [
  'The out-of-hours work in spring shows the higher level.',
  'Does this well with somebody beside them; alone next.',
  'Not had the chance yet. There is a project in the new year.',
]
const OBJECTIVES = [
  'Hand over the monthly restore test, with its notes, to somebody else in the team',
  'Write the runbook for the service that only one person knows',
  'Lead one change from request to review',
]
const SUMMARIES: Record<Side, string> = {
  person:
    'A fair picture. I would like more time for learning than last year, and to work with the other units.',
  manager:
    'A good year. Reliable with the services in the team’s care; next comes leading others through them.',
}

/** What two made-up people said in one season, up to a step. Dates run up to `day`. */
export function sampleAppraisal(one: SampleCase, chance: Bits): Writes {
  let writes: Writes = {}
  const reached = SAMPLE_STEPS.indexOf(one.step)
  const has = (step: SampleStep) => reached >= SAMPLE_STEPS.indexOf(step)
  const tell = (side: Side, daysBefore = 2) => {
    const at = `${addDays(one.day, -daysBefore)}T10:00:00.000Z`
    return <K extends Kind>(kind: K, key: string, value: Values[K]) =>
      (writes = say(writes, { laptop: one.sides[side].laptop, at }, kind, key, value))
  }
  if (has('pack')) sayPack(one, tell('person', 9))
  sayGiven(one, tell('manager', 5), chance)
  if (has('opened'))
    tell('manager')('opened', one.sides.manager.key, { how: 'rated first', rated: asked(one) })
  if (has('met')) sayMeeting(one, writes, tell('manager'), chance)
  if (has('met')) for (const side of SIDES) tell(side)('summary', side, SUMMARIES[side])
  const of = confirmable(writes)
  const signs = SIDES.filter((side) => has('confirmed') || (has('signed by one') && side === 'manager'))
  for (const side of signs) tell(side)('confirmed', side, { name: one.sides[side].name, of })
  return writes
}

type Tell = <K extends Kind>(kind: K, key: string, value: Values[K]) => unknown

const asked = ({ role }: SampleCase) => role.requirements.length

function sayPack({ sides, role, unit, target, ratings, certificates }: SampleCase, tell: Tell) {
  tell('person', '', { name: sides.person.name, role: role.id, ...(unit && { unit }) })
  tell('manager', sides.manager.key, { name: sides.manager.name })
  for (const [skill, { evidence, ...rating }] of Object.entries(ratings)) {
    tell('own', skill, rating)
    if (evidence !== undefined) tell('evidence', skill, evidence)
  }
  if (target !== undefined) tell('target', '', [target])
  for (const certificate of certificates) tell('certificate', certificate.id, certificate)
}

/** The manager sees it as the person does in two of three skills, else a level higher or lower. */
function sayGiven({ sides, role, framework, ratings, rated }: SampleCase, tell: Tell, chance: Bits) {
  const on = frameworkRef(framework)
  const highest = highestLevel(framework.scale)
  for (const { skill, level } of role.requirements.slice(
    0,
    Math.ceil((role.requirements.length * rated) / 12),
  )) {
    const near = ratings[skill]?.level ?? Math.max(0, (level ?? 1) - 1)
    const drift = [0, 0, 0, 0, -1, 1][chance.below(6)]!
    tell('given', givenKey(sides.manager.key, skill), {
      level: Math.min(highest, Math.max(0, near + drift)),
      on,
    })
  }
}

function sayMeeting(one: SampleCase, before: Writes, tell: Tell, chance: Bits) {
  const { role, framework, day, sides } = one
  const agreed: Record<Id, { level: number; on: string }> = {}
  for (const { value, key } of standingOf(before, 'given').values()) {
    const skill = key.slice(sides.manager.key.length + 1)
    const [own, given] = [one.ratings[skill]?.level, value!.level]
    const level = own === undefined || chance.below(2) === 0 ? given : own
    agreed[skill] = { level, on: value!.on }
    tell('agreed', skill, agreed[skill])
    if (own !== undefined && own !== given) tell('comment', skill, COMMENTS[chance.below(COMMENTS.length)]!)
  }
  const gaps = gapsFor(role, agreed).filter(({ met }) => !met)
  for (const [at, gap] of gaps.slice(0, 2).entries()) {
    const skill = framework.skills.find(({ id }) => id === gap.skill)
    const draft = skill && actionFor(gap, skill, framework.scale)
    if (draft === undefined) continue
    const known = JSON.parse(JSON.stringify(draft)) as typeof draft
    tell('action', `sample-action-${day}-${at + 1}`, { ...known, due: addDays(day, 90 + 60 * at) })
  }
  const objective = { what: OBJECTIVES[chance.below(OBJECTIVES.length)]!, by: addDays(day, 180) }
  tell('objective', `sample-objective-${day}`, objective)
  tell('meeting', '', addDays(day, -2))
}
