import type { Id } from '../domain/id'
import type { SkillGroup } from '../domain/skill'
import type { RoleRow } from './gddRows'
import { IdRegister } from './idRegister'
import type { ReportBook } from './report'

const ACROSS = 'Across families'
const NOWHERE = 'Not asked of any role'

export interface GddGroups {
  groups: SkillGroup[]
  /** The group of a skill, by the skill's name. */
  groupOf: (skill: string) => Id
}

/**
 * The files group roles, not skills: a skill is put under the role family that asks for
 * it, or across families where several do. Empty groups are left out.
 */
export function inferGroups(skills: Iterable<string>, roleRows: RoleRow[], book: ReportBook): GddGroups {
  const asking = familiesAsking(roleRows)
  const nameOf = (skill: string): string => {
    const [first, second] = asking.get(skill) ?? []
    return second === undefined ? (first ?? NOWHERE) : ACROSS
  }
  const grouped = [...skills]
  const used = new Set(grouped.map(nameOf))
  const families = new Set([...asking.values()].flatMap((names) => [...names]))
  const register = new IdRegister('gdd', 'skill groups')
  const groups = [...families, ACROSS, NOWHERE]
    .filter((name) => used.has(name))
    .map((name): SkillGroup => ({ id: register.claim(name), name, inferred: true }))
  const ids = new Map(groups.map((group) => [group.name, group.id]))
  book.note(
    {
      code: 'groups-inferred',
      severity: 'info',
      action: 'inferred',
      message: `Skills were grouped by the role family that asks for them, or “${ACROSS}” where several do, because the files do not group them`,
    },
    undefined,
    grouped.length,
  )
  return { groups, groupOf: (skill) => ids.get(nameOf(skill)) ?? '' }
}

function familiesAsking(roleRows: RoleRow[]): Map<string, Set<string>> {
  const asking = new Map<string, Set<string>>()
  for (const { cells } of roleRows) {
    const family = cells['Role Family']
    const skill = cells['Skill Name']
    if (family === undefined || skill === undefined) continue
    asking.set(skill, (asking.get(skill) ?? new Set()).add(family))
  }
  return asking
}
