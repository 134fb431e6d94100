import type { CurrentPeriod } from '../src/contract/period'
import type { Rating } from '../src/domain/assessment'
import type { Catalogue } from '../src/domain/catalogue'

/** A small catalogue, a period that pins it, and answers: a county of two units and two families. */
export function smallCatalogue(): Catalogue {
  return {
    v: 1,
    title: 'A small county',
    edition: '2026.1',
    language: 'en-GB',
    frameworks: [
      {
        key: 'county',
        version: '2026.1',
        title: 'County',
        language: 'en-GB',
        licence: { title: 'OGL', attribution: 'The county', redistributable: 'yes' },
        scale: {
          levels: ['Aware', 'Assists', 'Works unaided', 'Leads'].map((label, index) => ({
            ordinal: index + 1,
            label,
          })),
          working: 3,
        },
        groups: [{ id: 'county-design', name: 'Design' }],
        skills: ['Solution design', 'Incident', 'Benefits'].map((name) => ({
          id: `county-${name.toLowerCase().replace(' ', '-')}`,
          name,
          summary: '',
          groups: ['county-design'],
          descriptors: [],
        })),
        families: [
          { id: 'county-architecture', name: 'Architecture' },
          { id: 'county-operations', name: 'Operations' },
        ],
        ladders: [],
        roles: [
          {
            id: 'county-architect',
            name: 'Solutions architect',
            family: 'county-architecture',
            seniority: 2,
            purpose: '',
            requirements: [
              { skill: 'county-solution-design', level: 4, essential: true },
              { skill: 'county-benefits', level: 2, essential: false },
            ],
          },
          {
            id: 'county-operator',
            name: 'Service operator',
            family: 'county-operations',
            seniority: 1,
            purpose: '',
            requirements: [{ skill: 'county-incident', level: 3, essential: true }],
          },
        ],
      },
    ],
    before: { title: 'As it was', units: [{ id: 'old-it', name: 'Old IT' }], posts: [] },
    after: {
      title: 'As it will be',
      units: [
        { id: 'digital', name: 'Digital' },
        { id: 'networks', name: 'Networks' },
      ],
      posts: [],
    },
    successions: [],
    moves: [],
    strands: [],
  }
}

export function openPeriod(change: Partial<CurrentPeriod> = {}): CurrentPeriod {
  const part = (unit: string, family: string) => ({ unit, family })
  return {
    v: 1,
    id: '2026-H2',
    opens: '2026-10-01',
    closes: '2026-11-23',
    floor: 10,
    epsilon: 1,
    replies: 40,
    catalogue: `sha256-${'c'.repeat(43)}`,
    gridHash: `sha256-${'g'.repeat(43)}`,
    grid: {
      cells: [
        { id: 'c01', label: 'Digital', parts: [part('digital', 'county-architecture')], headcount: 40 },
        { id: 'c02', label: 'Networks', parts: [part('networks', 'county-operations')], headcount: 19 },
        { id: 'c03', label: 'Old', parts: [part('outsourced', 'county-operations')], headcount: 20 },
      ],
    },
    ...change,
  }
}

export function rated(level: number, on = 'county@2026.1'): Rating {
  return { level, at: '2026-11-01T09:00:00.000Z', on }
}
