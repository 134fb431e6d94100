import { expect, it } from 'vitest'
import type { Bands } from '../../src/domain/band.ts'
import { bitsFrom } from '../../src/domain/release/bits.ts'
import { laplace, rateFor, type Rate } from '../../src/domain/release/noise.ts'
import { seededBytes } from '../../src/domain/release/seeded.ts'
import { randomFrom } from './support/random.ts'
import { answersOf, framework, skills } from './support/service.ts'
import { percent, SEED, sized, tellTable } from './support/size.ts'

/**
 * Who: one person who has every answer of everyone else, to every skill, and the release.
 * Knows: what people of each role usually answer, and which four roles of a family the target may hold; or the
 * target's role, and not whether they replied. Adds up what each skill's counts say, cells and totals.
 * Wins: often. Answers are protected skill by skill, and this is the limit of that: the figures are printed so that
 * what is said of it stays true, beside what other ways of publishing would leave. Nothing passes but the order.
 */
const ATTACK = 'combines every skill'
const TARGETS = sized(600, 40)
const SAMPLES = sized(300, 120)
const BANDS = [0, 1, 2, 3]
/** Told as a band is, and everybody who replied is in it, whatever they answered. */
const REPLIED = 4

/** A way to publish: skills counted together, the bands of them told, and the noise of each table they are in. */
interface Way {
  sets: number[][]
  bands: number[]
  tables: Rate[]
}

const half = rateFor(1, 2)
const each = skills.map((_, place) => [place])
const byGroup = framework.groups.map(({ id }) =>
  framework.skills.flatMap((skill, place) => (skill.groups[0] === id ? [place] : [])),
)
/** A set's count moves by as many as it has skills, so its noise is as many times wider. */
const fewer = (rate: Rate, times: number): Rate => ({ ...rate, denominator: rate.denominator * times })

const family = framework.families
  .map(({ id }) => framework.roles.filter((role) => role.family === id))
  .sort((a, b) => b.length - a.length)[0]!
const roles = family.slice(0, 4)
const usual = roles.map((role, place) => answersOf(role, SAMPLES, SEED + place).map(bandsInOrder))

function bandsInOrder(bands: Bands): number[] {
  return skills.map((skill) => bands[skill] ?? 3)
}

function movedBy(set: readonly number[], band: number, answer: readonly number[]): number {
  return band === REPLIED ? 1 : set.filter((place) => answer[place] === band).length
}

interface Seen {
  way: Way
  set: number[]
  rate: Rate
  /** Of each told band, how many more were published than the others answered. */
  off: number[]
}

function publish(
  ways: readonly Way[],
  answer: readonly number[] | undefined,
  bits: ReturnType<typeof bitsFrom>,
) {
  return ways.flatMap((way) =>
    way.sets.flatMap((set) =>
      way.tables.map((table): Seen => {
        const rate = fewer(table, set.length)
        const off = way.bands.map((band) => laplace(rate, bits) + (answer ? movedBy(set, band, answer) : 0))
        return { way, set, rate, off }
      }),
    ),
  )
}

/** How likely this is, given answers of which one is the target's; skills are taken one by one. */
function logLikely(seen: readonly Seen[], answers: readonly (readonly number[])[] | undefined): number {
  return seen.reduce((sum, { way, set, rate, off }) => {
    const perPerson = rate.numerator / rate.denominator
    const given = (moved: (band: number) => number) =>
      Math.exp(
        -perPerson * way.bands.reduce((all, band, place) => all + Math.abs(off[place]! - moved(band)), 0),
      )
    if (answers === undefined) return sum + Math.log(given(() => 0))
    const chances = answers.map((answer) => given((band) => movedBy(set, band, answer)))
    return sum + Math.log(chances.reduce((all, chance) => all + chance, 0) / answers.length)
  }, 0)
}

function attack(ways: readonly Way[]) {
  const random = randomFrom(SEED)
  const bits = bitsFrom(seededBytes(SEED))
  let [rolesRight, presenceRight] = [0, 0]
  for (let n = 0; n < TARGETS; n += 1) {
    const role = random.below(roles.length)
    const [answer] = answersOf(roles[role]!, 1, SEED + 1000 + n).map(bandsInOrder)
    const told = publish(ways, answer, bits)
    const chances = usual.map((answers) => logLikely(told, answers))
    if (chances.indexOf(Math.max(...chances)) === role) rolesRight += 1
    const replied = random.chance(0.5)
    const seen = publish(ways, replied ? answer : undefined, bits)
    if (logLikely(seen, usual[role]) > logLikely(seen, undefined) === replied) presenceRight += 1
  }
  return { roles: rolesRight / TARGETS, presence: presenceRight / TARGETS }
}

const inEach = (bands: number[], tables: Rate[]): Way => ({ sets: each, bands, tables })
/** Short and able of each skill, and the replies once: as Waymark publishes. */
const asPublished = (tables: Rate[]): Way[] => [
  inEach([0, 2], tables),
  { sets: [[0]], bands: [REPLIED], tables },
]
const shared = fewer(half, skills.length)
const WAYS: Record<string, Way[]> = {
  'as we publish, ε 1: cells and totals, short and able of each skill, and the replies': asPublished([
    half,
    half,
  ]),
  'as we publish, ε 0.5': asPublished([rateFor(0.5, 2), rateFor(0.5, 2)]),
  'as we publish, the whole organisation, ε 1': asPublished([rateFor(1, 1)]),
  'as we did: all four bands of each skill, ε 1': [inEach(BANDS, [half, half])],
  'cells by skill group, totals by skill': [
    { sets: byGroup, bands: [0, 2], tables: [half] },
    inEach([0, 2], [half]),
  ],
  'a quarter of ε on the cells, three on the totals': asPublished([
    fewer(half, 2),
    { ...half, numerator: (half.numerator * 3) / 2 },
  ]),
  'ε 1 over all skills together, as unqualified differential privacy would': asPublished([shared, shared]),
}

it('learns the role and the presence of many, fewer than of four bands, and nothing where all skills share ε', () => {
  const learned = Object.entries(WAYS).map(([name, ways]) => [name, attack(ways)] as const)
  for (const [name, { roles: role, presence }] of learned) {
    tellTable(ATTACK, {
      [name]: { 'which of four roles': percent(role), 'replied or not': percent(presence) },
    })
  }
  const of = (start: string) => learned.find(([name]) => name.startsWith(start))![1]
  const [published, before, leastOfAll] = [of('as we publish, ε 1'), of('as we did'), of('ε 1 over all')]
  expect(published.roles).toBeLessThan(before.roles)
  expect(published.presence).toBeLessThan(before.presence)
  expect(published.roles).toBeGreaterThan(leastOfAll.roles)
  expect(leastOfAll.roles).toBeLessThan(0.4)
})
