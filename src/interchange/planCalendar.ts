import type { Id } from '../domain/id'
import type { Action } from '../domain/plan/action'
import type { Certificate } from '../domain/plan/certificate'
import { calendarText, type DayEvent } from './ics'

/** The plan's days to keep: actions still to do, and the last day of certificates. */
export function planEvents(
  actions: readonly Action[],
  certificates: readonly Certificate[],
  skillName: (id: Id) => string | undefined,
): DayEvent[] {
  return [
    ...actions
      .filter((action) => action.doneAt === undefined)
      .map((action) => ({
        uid: `action-${action.id}@waymark`,
        day: action.due,
        title: `Due: ${action.what}`,
        notes: `${skillName(action.skill) ?? action.skill}, to level ${action.to} (${action.way})`,
      })),
    ...certificates.flatMap(({ id, name, expires }) =>
      expires === undefined
        ? []
        : [{ uid: `certificate-${id}@waymark`, day: expires, title: `${name}: last day it holds` }],
    ),
  ]
}

/** Those days as a calendar file; undefined where there are none. `stampedAt`: an ISO 8601 instant. */
export function planCalendar(events: readonly DayEvent[], stampedAt: string): string | undefined {
  return events.length === 0 ? undefined : calendarText('My plan', events, stampedAt)
}
