import type { Catalogue } from './catalogue'
import { idsOf, repeatedIds, unknownIds, type Fault } from './faults/fault'
import { frameworkFaults } from './faults/framework'
import { moveFaults } from './faults/moves'
import { structureFaults } from './faults/structures'
import type { Id } from './id'

export type { Fault }

/**
 * Everything by which the parts of a catalogue do not fit together: ids that stand twice or lead
 * nowhere, levels off the scale, moves in circles. An empty list is what may be published.
 * The shape of the parts is for the contract's `CatalogueSchema`; this never throws.
 */
export function catalogueProblems(catalogue: Catalogue): Fault[] {
  const { frameworks, moves } = catalogue
  const skills = idsOf(frameworks.flatMap((framework) => framework.skills))
  const roles = idsOf(frameworks.flatMap((framework) => framework.roles))
  const families = idsOf(frameworks.flatMap((framework) => framework.families))
  return [
    ...frameworkFaults(frameworks),
    ...structureFaults(catalogue, roles),
    ...moveFaults(moves, frameworks),
    ...strandFaults(catalogue.strands, skills),
    ...unknownIds('notice', 'role', catalogue.notice?.roles ?? [], roles),
    ...unknownIds('notice', 'family', catalogue.notice?.families ?? [], families),
  ]
}

function strandFaults(strands: Catalogue['strands'], skills: ReadonlySet<Id>): Fault[] {
  const faults = strands.flatMap(({ id, needs }) => {
    const where = `strand ${id}`
    const needed = needs.map((need) => need.skill)
    return [
      ...(needs.length === 0 ? [{ where, what: 'needs no skill' }] : []),
      ...unknownIds(where, 'skill', needed, skills),
      ...repeatedIds(
        `${where} needs`,
        needed.map((skill) => ({ id: skill })),
      ),
    ]
  })
  return [...repeatedIds('strand', strands), ...faults]
}
