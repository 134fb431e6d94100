import { addDays, type Day } from '../domain/day'

/** One thing on one day, without a time. */
export interface DayEvent {
  /** The same for the same thing in every file, so that a calendar replaces it and never doubles it. */
  uid: string
  day: Day
  title: string
  notes?: string
}

/** RFC 5545, section 3.1: lines are folded before they grow longer than this, in octets without the line break. */
const LINE_OCTETS = 75

/**
 * All-day events as an iCalendar file (RFC 5545), which Outlook, Google and Apple calendars take in. Events rather
 * than tasks: Google imports no VTODO. The end is the day after, as the RFC has it; nobody is shown as busy.
 * `stampedAt` is an ISO 8601 instant: when the file is made.
 * @throws RangeError without events: section 3.6 has no calendar without a component.
 */
export function calendarText(name: string, events: readonly DayEvent[], stampedAt: string): string {
  if (events.length === 0) throw new RangeError('A calendar file needs at least one event.')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Waymark//Waymark//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => eventLines(event, utcStamp(stampedAt))),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines({ uid, day, title, notes }: DayEvent, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${basic(day)}`,
    `DTEND;VALUE=DATE:${basic(addDays(day, 1))}`,
    `SUMMARY:${escaped(title)}`,
    ...(notes ? [`DESCRIPTION:${escaped(notes)}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function basic(day: Day): string {
  return day.replaceAll('-', '')
}

function utcStamp(instant: string): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '')
}

/** Section 3.3.11: these four are escaped, and no other control character but the tab may stand in a text. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/[^\P{Cc}\t]/gu, '')
}

/** Section 3.1: a long line goes on after a line break and a space; no character is cut in two. */
function folded(line: string): string {
  let out = ''
  let octets = 0
  for (const character of line) {
    const size = utf8Octets(character)
    if (octets + size > LINE_OCTETS) {
      out += '\r\n '
      octets = 1
    }
    out += character
    octets += size
  }
  return out
}

function utf8Octets(character: string): number {
  const point = character.codePointAt(0)!
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}
