import type { Framework } from '../framework'
import type { Id } from '../id'
import type { RoleProfile } from '../role'
import { highestLevel, type Scale } from '../scale'
import { idsOf, unknownIds, type Fault } from './fault'
import { onScale } from './skills'

/** The scale each skill of the catalogue is rated on: a role may ask for skills of several frameworks. */
export type ScaleOfSkill = ReadonlyMap<Id, Scale>

export function roleFaults(framework: Framework, scales: ScaleOfSkill): Fault[] {
  const families = idsOf(framework.families)
  const ladders = idsOf(framework.ladders)
  const ladderFaults = framework.ladders.flatMap((ladder) =>
    unknownIds(`ladder ${ladder.id}`, 'family', [ladder.family], families),
  )
  const faults = framework.roles.flatMap((role) => {
    const where = `role ${role.id}`
    return [
      ...unknownIds(where, 'family', [role.family], families),
      ...unknownIds(where, 'ladder', role.ladder === undefined ? [] : [role.ladder], ladders),
      ...requirementFaults(role, scales).map((what) => ({ where, what })),
    ]
  })
  return [...ladderFaults, ...faults]
}

function requirementFaults(role: RoleProfile, scales: ScaleOfSkill): string[] {
  const asked = new Set<Id>()
  const faults: string[] = []
  for (const { skill, level } of role.requirements) {
    const scale = scales.get(skill)
    if (scale === undefined) faults.push(`asks for ${skill}, which is no skill of this catalogue`)
    else if (level !== undefined && level > highestLevel(scale)) {
      faults.push(`asks for ${skill} at level ${level}, above the scale`)
    } else if (level !== undefined && !onScale(scale, level)) {
      faults.push(`asks for ${skill} at level ${level}, which is not on the scale`)
    }
    if (asked.has(skill)) faults.push(`asks for ${skill} twice`)
    asked.add(skill)
  }
  return faults
}
