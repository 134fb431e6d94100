import type { PublishedRelease } from '../../src/contract/release'
import type { Catalogue } from '../../src/domain/catalogue'
import type { Counts } from '../../src/domain/release/count'

/** What a downloaded table holds: the release, and as much of a catalogue as figures are made of. */
export type Rebuilt = Pick<Catalogue, 'frameworks' | 'after' | 'strands'> & {
  release: PublishedRelease
  headcount?: number
}

type Row = Record<string, string>

/** Reads a downloaded table of a release back, knowing nothing but its headings. */
export function rebuilt([headings, ...lines]: string[][]): Rebuilt {
  const rows = lines.map((line) => Object.fromEntries(headings!.map((name, at) => [name, line[at] ?? ''])))
  const [first] = rows
  const whole = rows.filter((row) => row['Group of staff'] === '')
  const groups = [...new Set(rows.map((row) => row['Group of staff']!))].filter((id) => id !== '')
  const of = (id: string) => rows.filter((row) => row['Group of staff'] === id)
  const headcount = first!.Headcount === '' ? undefined : Number(first!.Headcount)
  return {
    release: {
      v: 2,
      period: first!.Period!,
      published: true,
      grid: first!.Grid!,
      catalogue: first!.Catalogue!,
      epsilon: Number(first!.Epsilon) as 0.5 | 1,
      margin: Number(first!.Margin),
      replies: Number(first!.Replies),
      spoiled: Number(first!.Spoiled),
      skills: whole.map((row) => row.Skill!),
      cells: groups.map((id) => ({ id, label: of(id)[0]!.Label!, parts: partsOf(of(id)[0]!) })),
      counts: groups.map((id) => of(id).map(countsOf)),
      totals: whole.map(countsOf),
      replied: groups.map((id) => Number(of(id)[0]!.Replied)),
      repliedInAll: Number(whole[0]!.Replied),
    },
    ...(headcount !== undefined && { headcount }),
    ...catalogueOf(whole),
  }
}

const countsOf = (row: Row): Counts => [Number(row.Short), Number(row.Able)]

function partsOf(row: Row) {
  return row['Made of (unit/family)']!.split(' ').map((part) => {
    const [unit, family] = part.split('/')
    return { unit: unit!, family: family! }
  })
}

const pairs = (text = '') =>
  text
    .split(' ')
    .filter((pair) => pair !== '')
    .map((pair) => pair.split('=') as [string, string])

/** A role for each skill that asks nothing else stands for all the posts that ask it. */
function catalogueOf(whole: readonly Row[]): Pick<Catalogue, 'frameworks' | 'after' | 'strands'> {
  const needed = (row: Row) => Number(row['Needed level'])
  const asked = whole.filter((row) => row['Posts asking'] !== '')
  const top = Math.max(1, ...whole.map(needed))
  const needs = whole.flatMap((row) =>
    pairs(row['Strands (strand=people needed)']).map(([id, people]) => ({ id, people, skill: row.Skill! })),
  )
  const role = (row: Row) => ({
    id: row.Skill!,
    name: row.Skill!,
    family: 'any',
    seniority: 1,
    purpose: '',
    requirements: [{ skill: row.Skill!, level: needed(row), essential: true }],
  })
  return {
    frameworks: [
      {
        ...{
          key: 'table',
          version: '1',
          title: 'Table',
          language: 'en-GB',
          groups: [],
          families: [],
          ladders: [],
        },
        licence: { title: '', attribution: '', redistributable: 'yes' },
        scale: { levels: Array.from({ length: top }, (_, at) => ({ ordinal: at + 1, label: '' })) },
        skills: whole.map((row) => ({
          ...{ id: row.Skill!, name: row.Name!, summary: '', descriptors: [] },
          groups: [row['Skill group']!],
          ...(row['Needed level'] !== '' && { needed: needed(row) }),
          learning: pairs(row['Learning (level=hours)'])
            .filter(([, hours]) => hours !== '')
            .map(([to, hours]) => ({
              to: Number(to),
              way: 'formal' as const,
              what: '',
              hours: Number(hours),
            })),
        })),
        roles: asked.map(role),
      },
    ],
    after: {
      title: '',
      units: [],
      posts: asked.map((row) => ({
        ...{ id: row.Skill!, name: '', role: row.Skill!, unit: 'any' },
        headcount: Number(row['Posts asking']),
      })),
    },
    strands: [...new Set(needs.map(({ id }) => id))].map((id) => ({
      ...{ id, name: id, purpose: '' },
      needs: needs
        .filter((need) => need.id === id)
        .map(({ skill, people }) => ({ skill, headcount: Number(people) })),
    })),
  }
}
