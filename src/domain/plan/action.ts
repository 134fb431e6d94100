import type { Evidence } from '../assessment'
import type { Day } from '../day'
import type { Gap } from '../gap'
import type { Id } from '../id'
import { levelLabel, type Scale } from '../scale'
import type { Learning, Skill } from '../skill'

export const WAYS = ['on the job', 'from others', 'formal'] as const satisfies readonly Learning['way'][]

/** Something a person will do to bring one skill up to a level, by a day. */
export interface Action {
  id: string
  person: string
  skill: Id
  /** The level it should bring. */
  to: number
  way: Learning['way']
  what: string
  /** Hours it takes; absent where nobody has said. */
  hours?: number
  due: Day
  /** An ISO 8601 instant. */
  createdAt: string
  /** An ISO 8601 instant; absent until it is changed. */
  changedAt?: string
  /** An ISO 8601 instant; absent until it is done. */
  doneAt?: string
  /** What shows that it brought the level. */
  evidence?: Evidence[]
}

/** An action as first suggested: the person gives the day, and may change the rest. */
export type ActionDraft = Pick<Action, 'skill' | 'to' | 'way' | 'what' | 'hours'>

/**
 * Suggested actions for the next level of a gap, from what the catalogue says usually takes a person there, in
 * its order. Where it says nothing, one to be worded by the person, with no hours. None for a gap that is met.
 */
export function actionsFor(gap: Gap, skill: Skill, scale: Scale): ActionDraft[] {
  const next = scale.levels.find((level) => level.ordinal > (gap.has ?? 0))
  if (gap.met || next === undefined) return []
  const to = next.ordinal
  const known = (skill.learning ?? []).filter((learning) => learning.to === to)
  if (known.length > 0)
    return known.map(({ way, what, hours }) => ({ skill: skill.id, to, way, what, hours }))
  return [{ skill: skill.id, to, way: 'on the job', what: `${skill.name}: reach ${levelLabel(scale, to)}` }]
}

/** The first suggestion. */
export function actionFor(gap: Gap, skill: Skill, scale: Scale): ActionDraft | undefined {
  return actionsFor(gap, skill, scale)[0]
}
