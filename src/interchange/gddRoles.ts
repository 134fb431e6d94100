import type { Id } from '../domain/id'
import type { Family, Ladder, RoleProfile } from '../domain/role'
import { AgreedText } from './agreedText'
import { gddRequirements } from './gddRequirements'
import { type PlacedRow, keyOf, placedRows, profileKey } from './gddPlaced'
import type { RoleRow } from './gddRows'
import { type Unranked, inferSeniority } from './gddSeniority'
import { IdRegister } from './idRegister'
import type { ReportBook } from './report'

export interface GddRoles {
  families: Family[]
  ladders: Ladder[]
  roles: RoleProfile[]
}

/**
 * Families, ladders (the file's roles) and role profiles (its role levels). A role without
 * role levels is one profile of its own. Names are the file's only keys, and a role may
 * share its name with one of its levels, so a profile is known by both.
 */
export function gddRoles(rows: RoleRow[], skills: Map<string, Id>, book: ReportBook): GddRoles {
  const placed = placedRows(rows, book)
  const family = register('role families', placed, (row) => [row.family])
  const ladder = register('roles', placed, (row) => [row.role])
  const profile = register('role levels', placed, (row) => [row.role, row.level])
  tally('Role families', placed, family.size, ({ written }) => [written['Role Family']], book)
  tally('Roles', placed, ladder.size, ({ written }) => [written.Role], book)
  tally('Role levels', placed, profile.size, ({ written }) => [written.Role, written['Role Level']], book)

  const texts = roleTexts(placed, book)
  const requirements = gddRequirements(rows, placed, skills, book)
  const familyOf = (role: string) => family.get(keyOf([texts.families.text(role)]))?.id ?? ''
  const unranked = [...profile].map(([key, { id, first }]): Unranked => ({
    id,
    name: first.level || first.role,
    family: familyOf(first.role),
    ladder: ladder.get(keyOf([first.role]))?.id ?? '',
    purpose: texts.levels.text(key) || texts.roles.text(first.role),
    requirements: requirements.get(key) ?? [],
    seniorCivilService: first.from.cells['Role Type'] === 'Senior Civil Service',
  }))
  return {
    families: [...family.values()].map(({ id, first }) => ({ id, name: first.family })),
    ladders: [...ladder.values()].map(({ id, first: { role } }) => {
      const summary = texts.roles.text(role)
      return { id, name: role, family: familyOf(role), ...(summary && { summary }) }
    }),
    roles: inferSeniority(unranked, rows[0]?.at('Role').file ?? '', book),
  }
}

function register(kind: string, placed: PlacedRow[], wordsOf: (row: PlacedRow) => string[]) {
  const ids = new IdRegister('gdd', kind)
  const known = new Map<string, { id: Id; first: PlacedRow }>()
  for (const row of placed) {
    const words = wordsOf(row)
    const key = keyOf(words)
    if (!known.has(key)) known.set(key, { id: ids.claim(...words), first: row })
  }
  return known
}

/** Names that differ only by what cleaning takes away are read apart and merged. */
function tally(
  what: string,
  placed: PlacedRow[],
  mapped: number,
  written: (row: RoleRow) => (string | undefined)[],
  book: ReportBook,
): void {
  const read = new Set(placed.map(({ from }) => keyOf(written(from)))).size
  book.tally(what, { read, mapped, merged: read - mapped, dropped: 0 })
}

function roleTexts(placed: PlacedRow[], book: ReportBook) {
  const families = new AgreedText(book, 'role’s family')
  const roles = new AgreedText(book, 'role description')
  const levels = new AgreedText(book, 'role level description')
  for (const row of placed) {
    const { cells, at } = row.from
    families.offer(row.role, row.family, at('Role Family'))
    roles.offer(row.role, cells['Role Description'] ?? '', at('Role Description'))
    levels.offer(profileKey(row), cells['Role Level Description'] ?? '', at('Role Level Description'))
  }
  return { families, roles, levels }
}
