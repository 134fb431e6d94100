import fc from 'fast-check'
import type { Id } from '../../src/domain/id'
import type { TeamCell, TeamPerson } from '../../src/domain/team/person'

export const TODAY = '2026-11-23'

/** A made-up member of a team at work, with what is known of them. */
export function somebody(
  name: string,
  known: Record<Id, number | (Partial<TeamCell> & Pick<TeamCell, 'level'>)> = {},
): TeamPerson {
  const cells = Object.entries(known).map(([skill, cell]): [Id, TeamCell] => [
    skill,
    {
      from: 'agreed',
      season: '2026',
      on: 'town@1',
      ...(typeof cell === 'number' ? { level: cell } : cell),
    },
  ])
  return { id: name.toLowerCase(), name, cells: new Map(cells), certificates: [] }
}

/** Any made-up team of up to 12, some of them away, each with any, all or none of the skills `town-a` and `town-b` known. */
export function team(): fc.Arbitrary<TeamPerson[]> {
  const level = fc.integer({ min: 0, max: 5 })
  const person = fc.record({
    a: fc.option(level),
    b: fc.option(level),
    away: fc.constantFrom(undefined, {}, { until: '2026-12-31' }),
  })
  return fc.array(person, { maxLength: 12 }).map((people) =>
    people.map(({ a, b, away }, at) => ({
      ...somebody(`Person ${at}`, { ...(a !== null && { 'town-a': a }), ...(b !== null && { 'town-b': b }) }),
      ...(away && { away }),
    })),
  )
}
