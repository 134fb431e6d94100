import type { Id } from '../../domain/id'
import type { Lead } from '../../domain/succession'

/** The roles that a role leads to without itself: one with posts in both structures goes on, which is said apart. */
export function leadsBeyond(role: Id, all: readonly Lead[]): { goesOn: boolean; leads: Lead[] } {
  const leads = all.filter((lead) => lead.role.id !== role)
  return { goesOn: leads.length < all.length, leads }
}

/** Whether a move says it, which the map draws; what becomes of a post it does not draw. */
export function isMove({ reasons }: Lead): boolean {
  return reasons.some(({ from }) => from === undefined)
}

/** Why more roles may stand here than the map draws moves to. */
export function countedWords(leads: readonly Lead[]): string {
  const moves = leads.filter(isMove).length
  const posts = leads.length - moves
  if (posts === 0) return 'By moves drawn on the map.'
  if (moves === 0) return 'By what becomes of the post; the map draws no move for it.'
  return `${moves} by a move drawn on the map, ${posts} only by what becomes of the post.`
}
