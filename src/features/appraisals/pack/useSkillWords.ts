import type { Wording } from '../../../domain/appraisal/appraisal'
import { frameworkRef } from '../../../domain/framework'
import type { Id } from '../../../domain/id'
import { NONE_YET } from '../../../domain/scale'
import { useLibrary } from '../../../session/library'

/**
 * Skills, roles and levels in words: as the library has them, else as the wordings that came with an appraisal do.
 * A level is named by the version it was given on.
 */
export function useSkillWords(brought: () => readonly Wording[]) {
  const library = useLibrary()

  const nameOf = (skill: Id): string =>
    library.skills.get(skill)?.skill.name ??
    brought()
      .flatMap(({ skills }) => skills)
      .find(({ id }) => id === skill)?.name ??
    skill

  const roleName = (role: Id): string => library.roles.get(role)?.role.name ?? role

  const levelsOf = (on: string) =>
    library.frameworks.find((framework) => frameworkRef(framework) === on)?.scale.levels ??
    brought().find(({ ref }) => ref === on)?.levels ??
    []

  function levelName(level: number, on: string): string {
    if (level === NONE_YET) return 'None yet'
    const label = levelsOf(on).find(({ ordinal }) => ordinal === level)?.label
    return label === undefined ? `Level ${level}` : `${level} ${label}`
  }

  return { nameOf, roleName, levelsOf, levelName }
}
