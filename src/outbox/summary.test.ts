import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { openPeriod, rated, smallCatalogue } from '../../tests/sharingCase'
import { SummarySchema } from '../contract/summary'
import { hasClosed, makeSummary, type Made } from './summary'

const architect = { unit: 'digital', role: 'county-architect' }
const ratings = {
  'county-benefits': rated(2),
  'county-incident': rated(3),
  'county-solution-design': rated(3),
}

function refusal(made: Made): string {
  return 'refusal' in made ? made.refusal : 'not refused'
}

describe('a summary', () => {
  it('says a cell and a band per skill, and nothing else', () => {
    const made = makeSummary(openPeriod(), smallCatalogue(), architect, ratings)
    if ('refusal' in made) throw new Error(made.refusal)
    const { gridHash, catalogue } = openPeriod()
    expect(made.text).toBe(
      `{"v":1,"period":"2026-H2","grid":"${gridHash}","catalogue":"${catalogue}","cell":"c01",` +
        '"bands":{"county-solution-design":0,"county-incident":2,"county-benefits":1}}',
    )
    expect(v.parse(SummarySchema, JSON.parse(made.text))).toEqual(made.summary)
  })

  it('is the same bytes for the same answers, in whatever order they were given', () => {
    const backwards = Object.fromEntries(Object.entries(ratings).reverse())
    const [one, other] = [ratings, backwards].map((given) =>
      makeSummary(openPeriod(), smallCatalogue(), architect, given),
    )
    expect(one).toEqual(other)
    expect(one).toHaveProperty('text')
  })

  it('counts ratings made on an older version of the catalogue’s framework', () => {
    const older = { 'county-incident': rated(3, 'county@2025.1') }
    expect(makeSummary(openPeriod(), smallCatalogue(), architect, older)).toHaveProperty('text')
  })

  it('counts no rating made on an imported framework, though it has the same key', () => {
    const imported = { 'county-incident': rated(3, 'county@mine'), 'sfia-prog': rated(5, 'sfia@9') }
    const refs = new Set(['county@mine', 'sfia@9'])
    const made = makeSummary(openPeriod(), smallCatalogue(), architect, imported, refs)
    expect(refusal(made)).toMatch(/not rated any skill/)
  })

  it('is not made for a part of the service that the period does not count', () => {
    const made = makeSummary(openPeriod(), smallCatalogue(), { ...architect, unit: 'networks' }, ratings)
    expect(refusal(made)).toMatch(/does not count your kind of role in your unit/)
  })

  it('says which choices the period would count, where it does not count these', () => {
    const made = makeSummary(openPeriod(), smallCatalogue(), { ...architect, unit: 'networks' }, ratings)
    expect(refusal(made)).toContain('In Networks it counts roles in Operations.')
    expect(refusal(made)).toContain('It counts roles in Architecture in Digital.')
    const old = makeSummary(openPeriod(), smallCatalogue(), { ...architect, unit: 'old-it' }, ratings)
    expect(refusal(old)).toContain('It counts nobody in Old IT.')
    const alone = openPeriod()
    alone.grid.cells = alone.grid.cells.slice(0, 1)
    const operator = { unit: 'digital', role: 'county-operator' }
    expect(refusal(makeSummary(alone, smallCatalogue(), operator, ratings))).toContain(
      'Operations in no unit',
    )
  })

  it('is not made for a cell of fewer than 20, and is for one of 20 whose unit only HR knows', () => {
    const operator = { unit: 'networks', role: 'county-operator' }
    expect(refusal(makeSummary(openPeriod(), smallCatalogue(), operator, ratings))).toMatch(/Fewer than 20/)
    const outsourced = { ...operator, unit: 'outsourced' }
    expect(makeSummary(openPeriod(), smallCatalogue(), outsourced, ratings)).toHaveProperty('text')
  })

  it('is not made where a period could speak of groups under ten', () => {
    const made = makeSummary(openPeriod({ floor: 9 }), smallCatalogue(), architect, ratings)
    expect(refusal(made)).toMatch(/fewer than 10/)
  })

  it('is not made for a role or a unit that the pinned catalogue does not hold', () => {
    const roleless = makeSummary(openPeriod(), smallCatalogue(), { ...architect, role: 'gone' }, ratings)
    expect(refusal(roleless)).toMatch(/role/)
    const unitless = makeSummary(openPeriod(), smallCatalogue(), { ...architect, unit: 'gone' }, ratings)
    expect(refusal(unitless)).toMatch(/unit/)
  })

  it('is not made before anything is rated, and is when every answer is "none yet"', () => {
    expect(refusal(makeSummary(openPeriod(), smallCatalogue(), architect, {}))).toMatch(/not rated/)
    const aside = { 'county-incident': { ...rated(0), notRelevant: true as const } }
    expect(refusal(makeSummary(openPeriod(), smallCatalogue(), architect, aside))).toMatch(/not rated/)
    const none = { 'county-incident': rated(0) }
    expect(makeSummary(openPeriod(), smallCatalogue(), architect, none)).toMatchObject({
      summary: { bands: {} },
    })
  })
})

describe('a period', () => {
  it('takes summaries until the end of its closing day, UTC', () => {
    expect(hasClosed(openPeriod(), new Date('2026-11-23T23:59:59Z'))).toBe(false)
    expect(hasClosed(openPeriod(), new Date('2026-11-24T00:00:00Z'))).toBe(true)
  })
})
