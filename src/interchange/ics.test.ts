import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { Action } from '../domain/plan/action'
import { calendarText, type DayEvent } from './ics'
import { planCalendar, planEvents } from './planCalendar'

const seed = 20_261_123
const stampedAt = '2026-11-23T14:02:03.456Z'
const one: DayEvent = {
  uid: 'action-1@waymark',
  day: '2026-12-31',
  title: 'Course; part 1, "modelling" \\ maps',
  notes: 'First line\nsecond',
}

/** The events as an independent reader sees them. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
}

describe('the calendar file', () => {
  it('is read by another reader as whole days, word for word', () => {
    const [event] = read(calendarText('My plan', [one], stampedAt))
    expect(event).toMatchObject({ uid: one.uid, summary: one.title, description: one.notes })
    expect(event!.startDate.isDate).toBe(true)
    expect([event!.startDate.toString(), event!.endDate.toString()]).toEqual(['2026-12-31', '2027-01-01'])
    expect(event!.component.getFirstPropertyValue('dtstamp')!.toString()).toBe('2026-11-23T14:02:03Z')
  })

  it('is byte for byte what the standard asks', () => {
    expect(calendarText('My plan', [{ uid: 'a@waymark', day: '2026-11-30', title: 'Read' }], stampedAt)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Waymark//Waymark//EN',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'X-WR-CALNAME:My plan',
        'BEGIN:VEVENT',
        'UID:a@waymark',
        'DTSTAMP:20261123T140203Z',
        'DTSTART;VALUE=DATE:20261130',
        'DTEND;VALUE=DATE:20261201',
        'SUMMARY:Read',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    )
  })

  it('holds any text, in lines of at most 75 octets that cut no character in two', () => {
    const parts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200, size: 'max' }),
      fc.string({
        unit: fc.constantFrom('é', '日', '😀', ';', ',', '\\', '\n', 'n', ':', ' ', '"'),
        maxLength: 200,
        size: 'max',
      }),
    )
    // Control characters are dropped: the standard allows them in no text.
    const text = parts.map((words) => words.replace(/[^\P{Cc}\n\t]/gu, '')).filter((words) => words !== '')
    fc.assert(
      fc.property(text, text, (title, notes) => {
        const file = calendarText('My plan', [{ uid: 'a', day: '2026-11-30', title, notes }], stampedAt)
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/[\r\n]|^\uFFFD/)
        }
        expect(read(file)[0]).toMatchObject({ summary: title, description: notes })
      }),
      { seed },
    )
  })

  it('is none without events', () => {
    expect(() => calendarText('My plan', [], stampedAt)).toThrow(RangeError)
    expect(planCalendar([], stampedAt)).toBeUndefined()
  })
})

describe("the plan's days", () => {
  const action: Action = {
    id: '7',
    person: 'me',
    skill: 'county-data-modelling',
    to: 3,
    way: 'formal',
    what: 'Modelling course',
    due: '2026-12-01',
    createdAt: stampedAt,
  }

  it('are what is still to do and when certificates run out, under names that never change', () => {
    const events = planEvents(
      [action, { ...action, id: '8', doneAt: stampedAt }],
      [
        { id: '1', person: 'me', name: 'Service foundation', gained: '2024-01-01', expires: '2027-01-01' },
        { id: '2', person: 'me', name: 'For life', gained: '2024-01-01' },
      ],
      () => 'Data modelling',
    )
    expect(read(planCalendar(events, stampedAt)!).map((event) => [event.uid, event.summary])).toEqual([
      ['action-7@waymark', 'Due: Modelling course'],
      ['certificate-1@waymark', 'Service foundation: last day it holds'],
    ])
    expect(events[0]!.notes).toBe('Data modelling, to level 3 (formal)')
  })
})
