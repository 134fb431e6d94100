import { describe, expect, it } from 'vitest'
import { openPeriod, smallCatalogue } from '../../../tests/sharingCase'
import type { Catalogue } from '../../domain/catalogue'
import { roleChoices, unitChoices } from './choices'

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
  it('are those of the new structure, and those that the period counts by besides', () => {
    expect(unitChoices(smallCatalogue(), openPeriod())).toEqual([
      { id: 'digital', name: 'Digital' },
      { id: 'networks', name: 'Networks' },
      { id: 'outsourced', name: 'outsourced' },
    ])
  })
})

describe('the roles to choose from', () => {
  const names = (catalogue: Catalogue, unit?: string, held?: string) =>
    roleChoices(catalogue, unit, held).map(({ name, choices }) => [name, choices.map(({ id }) => id)])

  it('begin with every role that an old post leads to, then those of the unit, then all', () => {
    expect(names(withPosts(), 'digital', 'county-operator')).toEqual([
      ['Where your post leads', ['county-architect', 'county-operator']],
      ['In this unit', ['county-architect']],
      ['Architecture', ['county-architect']],
      ['Operations', ['county-operator']],
    ])
  })

  it('place nobody while the structure is in consultation', () => {
    expect(names(withPosts({ inConsultation: true }), 'digital', 'county-operator')).toEqual([
      ['Architecture', ['county-architect']],
      ['Operations', ['county-operator']],
    ])
  })
})
