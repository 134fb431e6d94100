import type { Requirement, RoleProfile } from '../domain/role'
import type { Place, ReportBook } from './report'

/** A role profile before it has a place in its ladder. */
export type Unranked = Omit<RoleProfile, 'seniority' | 'seniorityInferred'> & { seniorCivilService: boolean }

/**
 * The files list role levels by the alphabet and give no order. Within a ladder they are
 * ranked by the mean level they ask, then by how many skills they ask; what is still equal
 * shares a rank. The mean need not rise with real seniority (the publisher says leaders may
 * need less of a skill), so every rank is marked as inferred. Senior Civil Service roles
 * state no levels; they stand one above the highest rank.
 */
export function inferSeniority(roles: Unranked[], file: string, book: ReportBook): RoleProfile[] {
  const ladders = new Set(roles.map((role) => role.ladder))
  const ranks = new Map(
    [...ladders].flatMap((ladder) =>
      rank(
        roles.filter((role) => role.ladder === ladder),
        file,
        book,
      ),
    ),
  )
  const top = Math.max(0, ...ranks.values())
  const message =
    'The order of role levels was worked out from the mean level they ask, because the files list them by the alphabet: check it before planning a path by it'
  book.note(
    { code: 'seniority-inferred', severity: 'warning', action: 'inferred', message },
    undefined,
    roles.length,
  )
  return roles.map(({ seniorCivilService, ...role }) => ({
    ...role,
    seniority: seniorCivilService ? top + 1 : (ranks.get(role.id) ?? 1),
    seniorityInferred: true,
  }))
}

function rank(ladder: Unranked[], file: string, book: ReportBook): [string, number][] {
  const rising = ladder
    .map((role) => ({ role, mean: meanLevel(role.requirements), asked: role.requirements.length }))
    .sort((a, b) => a.mean - b.mean || a.asked - b.asked)
  let seniority = 0
  return rising.map(({ role, mean, asked }, at) => {
    const before = rising[at - 1]
    const tied = before !== undefined && before.mean === mean && before.asked === asked
    if (tied) noteTie({ file, sample: `${before.role.name}, ${role.name}` }, book)
    else seniority += 1
    return [role.id, seniority]
  })
}

/** Of the requirements that state a level; 0 where none does. */
function meanLevel(requirements: Requirement[]): number {
  const levels = requirements.flatMap(({ level }) => (level === undefined ? [] : [level]))
  return levels.length === 0 ? 0 : levels.reduce((sum, level) => sum + level, 0) / levels.length
}

function noteTie(place: Place, book: ReportBook): void {
  const message = 'Two role levels ask the same on average and share a place in the order'
  book.note({ code: 'seniority-tied', severity: 'info', action: 'inferred', message }, place)
}
