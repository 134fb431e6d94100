import { monthOf, type Day } from '../../domain/day'
import type { Id } from '../../domain/id'
import type { Action } from '../../domain/plan/action'

export interface ActionGroup {
  key: string
  title: string
  actions: Action[]
}

/** By skill, by name; the actions of each in the order they are due. */
export function bySkill(actions: readonly Action[], nameOf: (skill: Id) => string): ActionGroup[] {
  return grouped(actions, ({ skill }) => skill, nameOf).sort((a, b) =>
    a.title.localeCompare(b.title, 'en-GB'),
  )
}

/** What is overdue, then month by month, then what is done. */
export function byDate(actions: readonly Action[], today: Day): ActionGroup[] {
  const open = actions.filter(({ doneAt }) => doneAt === undefined)
  const done = actions.filter(({ doneAt }) => doneAt !== undefined)
  return [
    ...grouped(
      open.filter(({ due }) => due < today),
      () => 'overdue',
      () => 'Overdue',
    ),
    ...grouped(
      open.filter(({ due }) => due >= today),
      ({ due }) => monthOf(due),
      monthInWords,
    ).sort((a, b) => a.key.localeCompare(b.key)),
    ...grouped(
      done,
      () => 'done',
      () => 'Done',
    ),
  ]
}

function grouped(
  actions: readonly Action[],
  keyOf: (action: Action) => string,
  titleOf: (key: string) => string,
): ActionGroup[] {
  const groups = new Map<string, Action[]>()
  for (const action of actions) {
    const key = keyOf(action)
    groups.set(key, [...(groups.get(key) ?? []), action])
  }
  return [...groups].map(([key, of]) => ({ key, title: titleOf(key), actions: of }))
}

/** `2026-11` as "November 2026". */
export function monthInWords(month: string): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}
