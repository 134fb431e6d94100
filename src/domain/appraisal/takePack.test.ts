import { expect, it } from 'vitest'
import { confirmable } from './confirm'
import { mergeWrites } from './merge'
import { sayAll, type Saying } from './say'
import { accepted, takePack, toChoose, type Opener } from './takePack'
import { WRITES_MAX, type Writes } from './write'

const AT = '2026-11-23T09:00:00.000Z'
const on = 'county@1'
const by = (laptop: string, writes: Writes, ...sayings: Saying[]) =>
  sayAll(writes, { laptop, at: AT }, sayings)
const given = (manager: string, level: number): Saying => ({
  kind: 'given',
  key: `${manager}/county-a`,
  value: { level, on },
})
const own = (level: number): Saying => ({ kind: 'own', key: 'county-a', value: { level, at: AT, on } })
const agreed = (level: number): Saying => ({ kind: 'agreed', key: 'county-a', value: { level, on } })

const manager = (writes: Writes = {}, more: Partial<Opener> = {}): Opener => ({
  laptop: 'oaks',
  key: 'oak',
  side: 'manager',
  appraisals: [{ season: '2026', writes }],
  highest: (ref) => (ref === on ? 4 : undefined),
  ...more,
})
const open = (writes: Writes, opener: Opener) => takePack([{ season: '2026', writes }], opener)
const seasons = (writes: Writes, opener: Opener) => {
  const taking = open(writes, opener)
  if ('refused' in taking) throw new Error(taking.refused)
  return taking.seasons
}

it('brings what is not here, and the second time nothing', () => {
  const theirs = by('ferns', {}, own(2), { kind: 'person', key: '', value: { name: 'Fern' } })
  const [first] = seasons(theirs, manager())
  expect(first?.fresh).toHaveLength(2)
  const merged = mergeWrites({}, accepted(first!, false))
  expect(seasons(theirs, manager(merged))[0]?.fresh).toEqual([])
})

it('refuses what bears this laptop’s name and is not known here', () => {
  const forged = by('oaks', {}, given('oak', 4))
  expect(open(forged, manager())).toEqual({ refused: expect.stringContaining('this laptop never said') })
})

it('refuses a later revision, or another text, of what this laptop said', () => {
  const mine = by('oaks', {}, given('oak', 2))
  const later = by('oaks', mine, given('oak', 4))
  const altered = JSON.parse(JSON.stringify(mine).replace('"level":2', '"level":4')) as Writes
  expect(open(later, manager(mine))).toHaveProperty('refused')
  expect(open(altered, manager(mine))).toHaveProperty('refused')
  expect(open(mine, manager(later))).not.toHaveProperty('refused')
})

it('shows what a person’s file says in the manager’s name, and leaves it out unless it is theirs', () => {
  const elsewhere = by('oaks-other', by('ferns', {}, own(2)), given('oak', 4), {
    kind: 'confirmed',
    key: 'manager',
    value: { name: 'Oak', of: [] },
  })
  const [season] = seasons(elsewhere, manager())
  expect(season?.inMyName.map(({ kind }) => kind)).toEqual(['given', 'confirmed'])
  expect(Object.values(accepted(season!, false)).map(({ kind }) => kind)).toEqual(['own'])
  expect(Object.keys(accepted(season!, true))).toHaveLength(3)
})

it('takes another manager’s ratings as theirs, and asks nothing', () => {
  const [season] = seasons(by('elms', {}, given('elm', 3)), manager())
  expect(season).toMatchObject({ inMyName: [], fresh: [{ kind: 'given' }] })
})

it('shows the person what a manager’s file says in their name', () => {
  const person = manager({}, { side: 'person', key: 'fern', laptop: 'ferns' })
  expect(seasons(by('oaks', {}, own(4), given('oak', 3)), person)[0]?.inMyName).toMatchObject([
    { kind: 'own' },
  ])
})

it('asks of what is said in the opener’s name whoever the file says it is from: anybody can write that', () => {
  const confirmed: Saying = { kind: 'confirmed', key: 'manager', value: { name: 'Oak', of: [] } }
  const forged = by('nobodys', {}, given('oak', 4), confirmed)
  expect(seasons(forged, manager())[0]?.inMyName.map(({ kind }) => kind)).toEqual(['given', 'confirmed'])
})

it('takes what an earlier manager put their name to as theirs, so that what was handed over stays agreed', () => {
  const named: Saying = { kind: 'manager', key: 'elm', value: { name: 'Elm' } }
  const agreedWithElm = by('elms', {}, named, agreed(3))
  const of = confirmable(agreedWithElm)
  const signed = (writes: Writes) =>
    by('elms', writes, { kind: 'confirmed', key: 'manager', value: { name: 'Elm', of } })
  const opened = (writes: Writes, opener = manager()) => {
    const taking = takePack(
      [
        { season: '2026', writes: {} },
        { season: '2025', writes },
      ],
      opener,
    )
    return 'refused' in taking ? taking.refused : taking.seasons[1]!.inMyName.length
  }
  expect(opened(signed(agreedWithElm))).toBe(0)
  // Where they had a part in it themselves, and this season, what says to be the manager's is shown to them.
  const alsoMine = by('oaks-other', agreedWithElm, given('oak', 1))
  expect(opened(signed(alsoMine))).toBe(2)
  expect(seasons(signed(agreedWithElm), manager())[0]?.inMyName).toHaveLength(1)
})

it('shows the opener their own summary where another laptop says it otherwise', () => {
  const summary = (value: string): Saying => ({ kind: 'summary', key: 'manager', value })
  const mine = by('oaks', {}, summary('A good year'))
  const [season] = seasons(by('ferns', mine, summary('The best of years')), manager(mine))
  expect(season?.inMyName).toMatchObject([{ kind: 'summary' }])
  expect(mergeWrites(mine, accepted(season!, false))).toEqual(mine)
})

it('refuses another text for what was said before: a confirmation of it would speak of words never seen', () => {
  const said = by('ferns', {}, agreed(2))
  const confirmed = by('oaks', said, {
    kind: 'confirmed',
    key: 'manager',
    value: { name: 'Oak', of: confirmable(said) },
  })
  const altered = JSON.parse(JSON.stringify(said).replace('"level":2', '"level":4')) as Writes
  expect(open(altered, manager(confirmed))).toEqual({ refused: expect.stringContaining('otherwise') })
})

it('refuses to be told of a revision of this laptop’s that it never made', () => {
  const mine = by('oaks', {}, agreed(2))
  const answered = by('ferns', mine, agreed(3))
  const ahead = JSON.parse(JSON.stringify(answered).replace('1-oaks.0', '1-oaks.9999999')) as Writes
  expect(open(answered, manager(mine))).not.toHaveProperty('refused')
  expect(open(ahead, manager(mine))).toHaveProperty('refused')
})

it('refuses a level that the scale does not have', () => {
  expect(open(by('ferns', {}, own(9)), manager())).toEqual({
    refused: 'It gives county-a a level that its scale does not have (2026).',
  })
  expect(open(by('ferns', {}, own(9)), manager({}, { highest: () => undefined }))).not.toHaveProperty(
    'refused',
  )
})

const counting = (count: number): Writes => ({
  [`${count}-x`]: { ...Object.values(by('x', {}, own(1)))[0]!, id: `${count}-x` },
})

it('refuses a count that would leave nothing to count on', () => {
  expect(open(counting(999_999_999), manager())).toHaveProperty('refused')
})

it('lets whoever took in the furthest count there may be go on, and be opened by those who did not', () => {
  const furthest = counting(WRITES_MAX + 1)
  expect(open(counting(WRITES_MAX + 2), manager())).toHaveProperty('refused')
  const [season] = seasons(furthest, manager())
  let mine = accepted(season!, true)
  for (const level of [1, 2, 3]) {
    mine = by(`oak${level}`, mine, agreed(level))
    expect(open(mine, manager({}, { laptop: 'elms' }))).not.toHaveProperty('refused')
  }
})

it('lets each side choose what is theirs to say: what both agree, and not the other’s ratings of themselves', () => {
  const both = mergeWrites(by('ferns', {}, own(1), agreed(2)), by('ferns-other', {}, own(3), agreed(3)))
  expect(toChoose(both, 'manager', 'oak').map(({ write }) => write.kind)).toEqual(['agreed'])
  const rated = mergeWrites(by('oaks', {}, given('oak', 1)), by('oaks-other', {}, given('oak', 2)))
  expect(toChoose(rated, 'manager', 'oak')).toHaveLength(1)
  expect(toChoose(rated, 'manager', 'elm')).toEqual([])
})
