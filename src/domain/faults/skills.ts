import type { Framework } from '../framework'
import type { Id } from '../id'
import type { Scale } from '../scale'
import type { Skill } from '../skill'
import { idsOf, unknownIds, type Fault } from './fault'

export function scaleFaults(scale: Scale, where: string): Fault[] {
  const faults: Fault[] = []
  scale.levels.forEach((level, i) => {
    const below = scale.levels[i - 1]
    if (below !== undefined && level.ordinal <= below.ordinal) {
      faults.push({
        where,
        what: `has level ${level.ordinal} after level ${below.ordinal}; levels must rise`,
      })
    }
  })
  const { working } = scale
  if (working !== undefined && !onScale(scale, working)) {
    faults.push({ where, what: `has ${working} as its working level, which is not on the scale` })
  }
  return faults
}

export function onScale(scale: Scale, ordinal: number): boolean {
  return scale.levels.some((level) => level.ordinal === ordinal)
}

export function skillFaults(framework: Framework, allSkills: ReadonlySet<Id>): Fault[] {
  const groups = idsOf(framework.groups)
  return framework.skills.flatMap((skill) => {
    const where = `skill ${skill.id}`
    return [
      ...unknownIds(where, 'group', skill.groups, groups),
      ...unknownIds(where, 'skill', skill.related ?? [], allSkills),
      ...descriptorFaults(skill, framework.scale).map((what) => ({ where, what })),
      ...levelsOffScale(skill, framework.scale).map((what) => ({ where, what })),
    ]
  })
}

/**
 * A skill may have no descriptors, and may exist on part of the scale only (as in SFIA and
 * e-CF); between the lowest and the highest level it describes there is no hole.
 */
function descriptorFaults(skill: Skill, scale: Scale): string[] {
  const described = skill.descriptors.map((descriptor) => descriptor.level)
  const lowest = Math.min(...described)
  const highest = Math.max(...described)
  const missing = scale.levels
    .map((level) => level.ordinal)
    .filter((level) => level > lowest && level < highest && !described.includes(level))
  const twice = described.filter((level, i) => described.indexOf(level) !== i)
  const outside = described.filter((level) => !onScale(scale, level))
  return [
    ...missing.map((level) => `describes no level ${level}, though levels below and above it`),
    ...twice.map((level) => `describes level ${level} twice`),
    ...outside.map((level) => `describes level ${level}, which is not on the scale`),
  ]
}

function levelsOffScale(skill: Skill, scale: Scale): string[] {
  const faults: string[] = []
  if (skill.needed !== undefined && !onScale(scale, skill.needed)) {
    faults.push(`has ${skill.needed} as its needed level, which is not on the scale`)
  }
  for (const step of skill.learning ?? []) {
    if (!onScale(scale, step.to)) faults.push(`has learning for level ${step.to}, which is not on the scale`)
  }
  return faults
}
