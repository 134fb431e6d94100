import type { ComparedRequirement } from '../../domain/rolesCompared'

/** How two roles differ in what they ask of one skill; undefined where only one of them asks it. */
export function differenceWords(
  { a, b, more }: ComparedRequirement,
  nameA: string,
  nameB: string,
): string | undefined {
  if (a === undefined || b === undefined) return undefined
  const weight =
    a.essential === b.essential ? [] : [`essential only for ${(a.essential ? nameA : nameB).toLowerCase()}`]
  if (more === 0) return ['the same level', ...weight].join('; ')
  const count = Math.abs(more)
  const where = (more > 0 ? nameB : nameA).toLowerCase()
  return [`${count} ${count === 1 ? 'level' : 'levels'} more for ${where}`, ...weight].join('; ')
}
