import type { Framework } from '../framework'
import type { Id } from '../id'
import type { Renamable } from './renamable'

/** That a person said: what the later version calls `to` is what the earlier one called `from`. */
export interface ConfirmedRename {
  kind: Renamable
  from: Id
  to: Id
}

/**
 * The later version with the earlier ids of what was only renamed, everywhere they are referred to.
 * Names stay the new ones.
 * @throws RangeError when an earlier id still means something else there, or one id is used twice.
 */
export function applyRenames(framework: Framework, confirmed: readonly ConfirmedRename[]): Framework {
  if (confirmed.length === 0) return framework
  const ids = {
    group: oldIds(framework.groups, confirmed, 'group'),
    family: oldIds(framework.families, confirmed, 'family'),
    ladder: oldIds(framework.ladders, confirmed, 'ladder'),
    skill: oldIds(framework.skills, confirmed, 'skill'),
    role: oldIds(framework.roles, confirmed, 'role'),
  }
  const skills = framework.skills.map((skill) => ({
    ...skill,
    id: ids.skill(skill.id),
    groups: skill.groups.map(ids.group),
    ...(skill.related && { related: skill.related.map(ids.skill) }),
  }))
  const roles = framework.roles.map((role) => ({
    ...role,
    id: ids.role(role.id),
    family: ids.family(role.family),
    ...(role.ladder !== undefined && { ladder: ids.ladder(role.ladder) }),
    requirements: role.requirements.map((asked) => ({ ...asked, skill: ids.skill(asked.skill) })),
  }))
  return {
    ...framework,
    groups: framework.groups.map((group) => ({ ...group, id: ids.group(group.id) })),
    families: framework.families.map((family) => ({ ...family, id: ids.family(family.id) })),
    ladders: framework.ladders.map((ladder) => ({
      ...ladder,
      id: ids.ladder(ladder.id),
      family: ids.family(ladder.family),
    })),
    skills,
    roles,
  }
}

/** The earlier id of each thing of one kind that was renamed; of any other, its own. */
function oldIds(
  things: readonly { id: Id; name: string }[],
  confirmed: readonly ConfirmedRename[],
  kind: Renamable,
): (id: Id) => Id {
  const renames = new Map<Id, Id>()
  for (const { from, to } of confirmed.filter((rename) => rename.kind === kind)) {
    if (renames.has(to)) throw new RangeError(`The ${kind} ${to} cannot be two earlier ones.`)
    renames.set(to, from)
  }
  const final = new Map<Id, string>()
  for (const { id, name } of things) {
    const kept = renames.get(id) ?? id
    const other = final.get(kept)
    if (other !== undefined)
      throw new RangeError(`Both “${other}” and “${name}” would be the ${kind} ${kept}: choose one of them.`)
    final.set(kept, name)
  }
  return (id) => renames.get(id) ?? id
}
