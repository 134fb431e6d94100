import type { Spell } from '../../../domain/assessment'
import type { LifeEvent } from '../../../domain/roleHistory'
import { dayInWords } from '../../../parts/dayInWords'

export const EVENT_KINDS = [
  'role',
  'secondment',
  'leave',
  'left',
] as const satisfies readonly LifeEvent['kind'][]
type Kind = (typeof EVENT_KINDS)[number]

export const EVENT_LABELS: Record<Kind, string> = {
  role: 'Change of role',
  secondment: 'Secondment',
  leave: 'Long leave',
  left: 'Leaving',
}

/** What each of them does and does not change, said before it is done. */
export const EVENT_EFFECTS: Record<Kind, string> = {
  role: 'The new role becomes the one you hold, and its skills come first. Every rating stays.',
  secondment:
    'The role you hold stays yours. While the secondment lasts, the map marks both roles, and you in the one you work in. Every rating stays.',
  leave:
    'Nothing you rated changes while you are away. What has grown older than a year is due when you are back.',
  left: 'You hold no role from then on. Your ratings, plan and history stay on this laptop until you erase them.',
}

/** What is wrong with what was typed, as one sentence; undefined where nothing is. */
export function eventProblem(
  kind: Kind,
  role: string | undefined,
  from: string,
  until: string,
): string | undefined {
  if ((kind === 'role' || kind === 'secondment') && role === undefined) return 'Choose the role.'
  if (from === '') return 'Say from which day.'
  if (until !== '' && until < from) return 'The last day comes before the first.'
  return undefined
}

/** The event as typed, once nothing is wrong with it. */
export function eventFrom(kind: Kind, role: string | undefined, from: string, until: string): LifeEvent {
  const ends = until === '' ? {} : { until }
  if (kind === 'secondment') return { kind, role: role!, from, ...ends }
  if (kind === 'leave') return { kind, from, ...ends }
  return kind === 'role' ? { kind, role: role!, from } : { kind, from }
}

/** "1 March 2026 to 30 November 2026", "since 1 December 2026", "until 30 November 2026". */
export function spellDays({ from, until }: Spell): string {
  if (from !== undefined && until !== undefined) return `${dayInWords(from)} to ${dayInWords(until)}`
  if (from !== undefined) return `from ${dayInWords(from)}`
  return until === undefined ? 'first day not said' : `until ${dayInWords(until)}`
}
