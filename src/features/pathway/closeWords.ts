import { nothingRated, wholePercent, type Gap, type Readiness } from '../../domain/gap'
import type { Id } from '../../domain/id'
import { MOVE_LABELS, type Move } from '../../domain/move'
import type { RoleProfile } from '../../domain/role'

const NAMED_MOST = 2

/** How near a role is in two figures, and in words what they cannot say: levels left first, then how ready. */
export function nearWords(near: Readiness): { left: string; ready: string } {
  if (nothingRated(near)) return { left: 'nothing rated yet', ready: `asks ${levels(near.toGain)}` }
  return {
    left: `${near.toGain === 0 ? 'no levels' : levels(near.toGain)} left`,
    ready: `${wholePercent(near.share)} % ready`,
  }
}

/** What is left to learn: "1 level in Budgets and value, 2 in Service levels and 3 more skills". */
export function leftWords(gaps: readonly Gap[], nameOf: (skill: Id) => string): string {
  const left = gaps.filter((gap) => !gap.met)
  if (left.length === 0) return 'nothing left to gain'
  const named = left
    .slice(0, NAMED_MOST)
    .map(({ toGain, skill }, at) => `${at === 0 ? levels(toGain) : toGain} in ${nameOf(skill)}`)
  const others = left.length - named.length
  const all = others === 0 ? named : [...named, `${others} more ${others === 1 ? 'skill' : 'skills'}`]
  return all.length === 1 ? all[0]! : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}

/** "1 level", "3 levels". */
export function levels(count: number): string {
  return count === 1 ? '1 level' : `${count} levels`
}

/** How a role lies from the one held: by a drawn move, else by where the two stand. */
export function liesWords(held: RoleProfile | undefined, role: RoleProfile, moves: readonly Move[]): string {
  if (held === undefined) return ''
  const move = moves.find(({ from, to }) => from === held.id && to === role.id)
  if (move !== undefined) return MOVE_LABELS[move.kind]
  if (held.seniority === role.seniority) {
    return held.family === role.family ? 'specialist: your family, your seniority' : 'sideways, no move drawn'
  }
  return held.seniority < role.seniority ? 'more senior, no move drawn' : 'less senior'
}
