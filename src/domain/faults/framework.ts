import type { Catalogue } from '../catalogue'
import type { Framework } from '../framework'
import { repeatedIds, type Fault } from './fault'
import { roleFaults } from './roles'
import { scaleFaults, skillFaults } from './skills'

/** Faults inside the frameworks: their ids, scales, skills and roles. */
export function frameworkFaults(frameworks: Catalogue['frameworks']): Fault[] {
  const scales = new Map(
    frameworks.flatMap(({ skills, scale }) => skills.map((skill) => [skill.id, scale] as const)),
  )
  const allSkills = new Set(scales.keys())
  const keys = frameworks.map((framework) => ({ id: framework.key }))
  return [
    ...repeatedIds('framework', keys),
    ...frameworks.flatMap((framework) => [
      ...idFaults(framework),
      ...scaleFaults(framework.scale, `scale of ${framework.key}`),
      ...skillFaults(framework, allSkills),
      ...roleFaults(framework, scales),
    ]),
  ]
}

/** Ids are unique within their kind and start with the framework's key, so frameworks never collide. */
function idFaults(framework: Framework): Fault[] {
  const prefix = `${framework.key}-`
  const kinds = {
    group: framework.groups,
    skill: framework.skills,
    family: framework.families,
    ladder: framework.ladders,
    role: framework.roles,
  }
  return Object.entries(kinds).flatMap(([kind, things]) => [
    ...repeatedIds(kind, things),
    ...things
      .filter(({ id }) => !id.startsWith(prefix))
      .map(({ id }) => ({ where: `${kind} ${id}`, what: `does not start with ${prefix}` })),
  ])
}
