import { appraisalId, type Appraisal, type Member } from './appraisal/appraisal'
import type { FileRecord } from './appraisal/fileRecord'
import { standingOf } from './appraisal/standing'
import { SIDES, seenAs } from './appraisal/write'
import type { Person, Rating } from './assessment'
import type { Catalogue } from './catalogue'
import { addDays, addMonths, dayOf, monthOf, type Day } from './day'
import type { Framework } from './framework'
import type { Id } from './id'
import type { Certificate } from './plan/certificate'
import { bitsFrom, type Bits, type RandomBytes } from './release/bits'
import type { RoleProfile } from './role'
import { sampleAppraisal, type SampleSide, type SampleStep } from './sampleAppraisal'
import type { SampleService } from './sampleService'

/** A made-up team with its appraisals: nobody in it is anybody. */
export interface SampleTeam {
  members: Member[]
  appraisals: Appraisal[]
  files: Omit<FileRecord, 'id'>[]
}

interface Plan {
  step: SampleStep
  /** Skills in twelve that the manager has rated this season. */
  rated: number
  lastYear: boolean
  /** Whether the person has the latest of what the manager gave them. */
  handedOver?: true
  /** In days from now; 0 for as long as nobody says. */
  away?: number
  /** Certificates, by the days until each runs out. */
  expires?: number[]
}

const shared = { rated: 12, lastYear: true }
/** How far each of the 23 has come: three share nothing, so that *not known* is there to be seen. */
const PLANS: Plan[] = [
  { ...shared, step: 'opened', expires: [41] },
  { ...shared, step: 'confirmed', handedOver: true },
  { step: 'no pack', rated: 0, lastYear: false },
  { step: 'pack', rated: 5, lastYear: true },
  { ...shared, step: 'met' },
  { ...shared, step: 'rated' },
  { ...shared, step: 'confirmed', handedOver: true, expires: [400] },
  { step: 'no pack', rated: 0, lastYear: true, away: 0 },
  { ...shared, step: 'opened', lastYear: false },
  { ...shared, step: 'signed by one', handedOver: true },
  { step: 'pack', rated: 0, lastYear: true },
  { ...shared, step: 'confirmed' },
  { ...shared, step: 'rated', expires: [-20] },
  { step: 'no pack', rated: 0, lastYear: false, away: 75 },
  { ...shared, step: 'opened' },
  { step: 'no pack', rated: 12, lastYear: true },
  { ...shared, step: 'confirmed', handedOver: true, expires: [72] },
  { ...shared, step: 'met', away: 12 },
  { step: 'pack', rated: 9, lastYear: true },
  { ...shared, step: 'rated', lastYear: false },
  { step: 'no pack', rated: 0, lastYear: false },
  { ...shared, step: 'confirmed', handedOver: true },
  { step: 'no pack', rated: 0, lastYear: true },
]

const YEAR_DAYS = 365
/** Whoever manages the laptop's owner in turn: no member of the sample service. */
const ABOVE: SampleSide = { key: 'samplemanager', laptop: 'samplemanager', name: 'Ash Sample' }

/**
 * The sample service as one team: its owner manages the other 23, who stand at every stage of this year's
 * appraisals, most of them with last year's agreed. The owner's own came back from a made-up manager. The same
 * bytes give the same team.
 */
export function sampleTeam(
  catalogue: Catalogue,
  service: SampleService,
  { manager, laptop, now, bytes }: { manager: string; laptop: string; now: Date; bytes: RandomBytes },
): SampleTeam {
  const chance = bitsFrom(bytes)
  const owner = service.people.find(({ id }) => !id.startsWith('sample-'))!
  const me: SampleSide = { key: manager, laptop, name: owner.name ?? '' }
  const others = service.people.filter((person) => person !== owner)
  const team: SampleTeam = { members: [], appraisals: [], files: [] }
  for (const [at, person] of others.entries()) {
    const plan = PLANS[at % PLANS.length]!
    const key = person.id.replace('-', '')
    const sides = { person: { key, laptop: key, name: person.name ?? '' }, manager: me }
    const appraisals = seasonsOf(catalogue, service, person, sides, plan, now, chance)
    const away = plan.away === 0 ? {} : { until: addDays(dayOf(now.toISOString()), plan.away ?? 0) }
    team.members.push({
      id: person.id,
      name: person.name ?? '',
      ...(appraisals.some(({ writes }) => standingOf(writes, 'person').size > 0) && { key }),
      ...(person.role !== undefined && { role: person.role }),
      ...unitOf(catalogue, person.role),
      ...(plan.away !== undefined && { away }),
      addedAt: new Date(now.getTime() - YEAR_DAYS * 864e5).toISOString(),
    })
    team.appraisals.push(...appraisals)
    team.files.push(...filesOf(person, appraisals, now))
  }
  const sides = { person: me, manager: ABOVE }
  const mine = seasonsOf(catalogue, service, owner, sides, { ...shared, step: 'signed by one' }, now, chance)
  return { ...team, appraisals: [...team.appraisals, ...mine] }
}

/** The unit of a post with this role; the first, where there are several. */
function unitOf({ after }: Catalogue, role: Id | undefined): { unit?: Id } {
  const post = after.posts.find((one) => one.role === role)
  return post === undefined ? {} : { unit: post.unit }
}

function seasonsOf(
  catalogue: Catalogue,
  service: SampleService,
  person: Person,
  sides: Record<(typeof SIDES)[number], SampleSide>,
  plan: Plan,
  now: Date,
  chance: Bits,
): Appraisal[] {
  const found = roleOf(catalogue, person.role)
  const current = service.assessments.filter((assessment) => assessment.person === person.id).at(-1)
  if (found === undefined || current === undefined) return []
  const today = dayOf(now.toISOString())
  const target = catalogue.moves.find(({ from, kind }) => from === person.role && kind === 'promotion')?.to
  const one = { ...found, ...unitOf(catalogue, person.role), sides, ...(target && { target }) }
  const make = (season: string, writes: Appraisal['writes']): Appraisal => ({
    id: appraisalId(person.id, season),
    person: person.id,
    season,
    writes,
  })
  const ratings = withBesides(current.ratings, found.framework, today, chance)
  const certificates = certificatesOf(person, found.role, plan.expires ?? [], today)
  const writes = sampleAppraisal(
    { ...one, ratings, certificates, step: plan.step, rated: plan.rated, day: addDays(today, -1) },
    chance,
  )
  const thisYear = make(today.slice(0, 4), writes)
  const seasons = Object.keys(writes).length === 0 ? [] : [handedOver(thisYear, plan.handedOver === true)]
  if (!plan.lastYear) return seasons
  const before = sampleAppraisal(
    {
      ...one,
      ratings: aYearBefore(ratings, chance),
      certificates: [],
      step: 'confirmed',
      rated: 12,
      day: addDays(today, -YEAR_DAYS),
    },
    chance,
  )
  return [...seasons, handedOver(make(String(Number(today.slice(0, 4)) - 1), before), true)]
}

function handedOver(appraisal: Appraisal, yes: boolean): Appraisal {
  if (!yes) return appraisal
  return {
    ...appraisal,
    handedOver: [...standingOf(appraisal.writes, 'given').values()].map(({ write }) => seenAs(write)),
  }
}

function roleOf(
  { frameworks }: Catalogue,
  id: Id | undefined,
): { role: RoleProfile; framework: Framework } | undefined {
  for (const framework of frameworks) {
    const role = framework.roles.find((one) => one.id === id)
    if (role !== undefined) return { role, framework }
  }
  return undefined
}

const EVIDENCE = [
  'Ran the restore test in October and wrote up what went wrong',
  'Led the change to the new service desk, with two others',
  'Notes of the review are in the team’s shared folder',
]

/** Most say how sure they are and when they last used it, some what they want of it and what shows it. */
function withBesides(
  ratings: Readonly<Record<Id, Rating>>,
  { scale }: Framework,
  today: Day,
  chance: Bits,
): Record<Id, Rating> {
  const month = monthOf(today)
  const entries = Object.entries(ratings).map(([skill, rating]): [Id, Rating] => {
    const evidence = { text: EVIDENCE[chance.below(EVIDENCE.length)]!, addedAt: rating.at }
    const used = addMonths(month, -[0, 0, 1, 4, 8, 15, 30, 38][chance.below(8)]!)
    const interest = ([undefined, undefined, undefined, 'grow', 'grow', 'leave'] as const)[chance.below(6)]
    const isHigh = rating.level >= (scale.working ?? 1)
    return [
      skill,
      {
        ...rating,
        sure: (['unsure', 'fairly', 'sure', 'sure'] as const)[chance.below(4)]!,
        ...(rating.level > 0 && { lastUsed: used }),
        ...(interest && { interest }),
        ...(isHigh && chance.below(5) === 0 && { evidence: [evidence] }),
      },
    ]
  })
  return Object.fromEntries(entries)
}

/** A year younger: some skills not rated yet, some a level lower. */
function aYearBefore(ratings: Readonly<Record<Id, Rating>>, chance: Bits): Record<Id, Rating> {
  const earlier: Record<Id, Rating> = {}
  for (const [skill, rating] of Object.entries(ratings)) {
    if (chance.below(8) === 0) continue
    const at = new Date(Date.parse(rating.at) - YEAR_DAYS * 864e5).toISOString()
    const lastUsed = rating.lastUsed === undefined ? {} : { lastUsed: addMonths(rating.lastUsed, -12) }
    earlier[skill] = {
      ...rating,
      ...lastUsed,
      at,
      level: Math.max(0, rating.level - Number(chance.below(3) === 0)),
    }
  }
  return earlier
}

function certificatesOf(
  { id }: Person,
  role: RoleProfile,
  days: readonly number[],
  today: Day,
): Certificate[] {
  return days.map((until, at) => ({
    id: `sample-certificate-${at + 1}`,
    person: id,
    name: ['Service management foundation (made up)', 'Network associate (made up)'][at % 2]!,
    ...(role.requirements[at] !== undefined && { skill: role.requirements[at].skill }),
    gained: addDays(today, until - 3 * YEAR_DAYS),
    expires: addDays(today, until),
  }))
}

/** The files that brought what is here. */
function filesOf(
  { id, name = '' }: Person,
  appraisals: readonly Appraisal[],
  now: Date,
): SampleTeam['files'] {
  return appraisals
    .filter(({ writes }) => standingOf(writes, 'person').size > 0)
    .map(({ season }, yearsAgo) => ({
      at: new Date(now.getTime() - (yearsAgo * YEAR_DAYS + 8) * 864e5).toISOString(),
      did: 'opened' as const,
      what: 'pack' as const,
      name: `appraisal-${season}-${id}.age`,
      person: id,
      with: name,
      parts: ['ratings' as const, 'evidence' as const, 'targets' as const],
      locked: 'card' as const,
    }))
}
