import { describe, expect, it } from 'vitest'
import { openPeriod, smallCatalogue } from '../../../tests/sharingCase'
import type { Catalogue } from '../../domain/catalogue'
import { chosenBesides, roleChoices, unitChoices } from './choices'

function withPosts(change: Partial<Catalogue['after']> = {}): Catalogue {
  const post = (id: string, role: string, unit: string) => ({ id, name: id, role, unit, headcount: 3 })
  const catalogue = smallCatalogue()
  return {
    ...catalogue,
    before: { ...catalogue.before, posts: [post('old', 'county-operator', 'old-it')] },
    after: {
      ...catalogue.after,
      posts: [
        post('one', 'county-architect', 'digital'),
        post('two', 'county-operator', 'networks'),
        post('three', 'county-architect', 'networks'),
      ],
      ...change,
    },
    successions: [{ from: 'old', to: ['one', 'two'] }],
  }
}

describe('the units to choose from', () => {
  it('are those that the period counts by, the new structure’s first', () => {
    expect(unitChoices(smallCatalogue(), openPeriod())).toEqual([
      { id: 'digital', name: 'Digital' },
      { id: 'networks', name: 'Networks' },
      { id: 'outsourced', name: 'outsourced' },
    ])
  })

  it('hold none that the period counts nobody in', () => {
    const period = openPeriod()
    period.grid.cells = period.grid.cells.slice(0, 1)
    expect(unitChoices(smallCatalogue(), period)).toEqual([{ id: 'digital', name: 'Digital' }])
  })
})

describe('the roles to choose from', () => {
  const names = (catalogue: Catalogue, unit?: string, held?: string) =>
    roleChoices(catalogue, openPeriod(), unit, held).map(({ name, choices }) => [
      name,
      choices.map(({ id }) => id),
    ])

  it('begin with every role that an old post leads to, then all that are counted', () => {
    expect(names(withPosts(), undefined, 'county-operator')).toEqual([
      ['Where your post leads', ['county-architect', 'county-operator']],
      ['Architecture', ['county-architect']],
      ['Operations', ['county-operator']],
    ])
  })

  it('are those that the period counts in the unit, once it is chosen', () => {
    expect(names(withPosts(), 'digital', 'county-operator')).toEqual([
      ['Where your post leads', ['county-architect']],
      ['In this unit', ['county-architect']],
      ['Architecture', ['county-architect']],
    ])
    expect(names(withPosts(), 'outsourced')).toEqual([['Operations', ['county-operator']]])
  })

  it('place nobody while the structure is in consultation', () => {
    expect(names(withPosts({ inConsultation: true }), undefined, 'county-operator')).toEqual([
      ['Architecture', ['county-architect']],
      ['Operations', ['county-operator']],
    ])
  })

  it('keep one chosen before in sight, though the unit now chosen does not count it', () => {
    const groups = roleChoices(smallCatalogue(), openPeriod(), 'networks', undefined)
    expect(chosenBesides(smallCatalogue(), groups, 'county-architect')?.name).toBe('Solutions architect')
    expect(chosenBesides(smallCatalogue(), groups, 'county-operator')).toBeUndefined()
  })
})
