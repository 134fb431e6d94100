import { expect, it } from 'vitest'
import { agreedByBoth, confirmable, confirmation, isConfirmedByBoth } from './confirm'
import { mergeWrites } from './merge'
import { sayAll, type Saying } from './say'
import type { Writes } from './write'

const by = (laptop: string, writes: Writes, ...sayings: Saying[]) =>
  sayAll(writes, { laptop, at: '2026-11-23T09:00:00.000Z' }, sayings)
const agreed = (level: number): Saying => ({
  kind: 'agreed',
  key: 'county-a',
  value: { level, on: 'county@1' },
})
const confirmed = (key: 'person' | 'manager', of: string[]): Saying => ({
  kind: 'confirmed',
  key,
  value: { name: key, of },
})

it('holds while nothing changes, and says so once anything has', () => {
  const met = by('oaks', {}, agreed(2))
  const both = by(
    'ferns',
    by('oaks', met, confirmed('manager', confirmable(met))),
    confirmed('person', confirmable(met)),
  )
  expect(isConfirmedByBoth(both)).toBe(true)
  expect(confirmation(by('ferns', both, agreed(3)), 'manager')).toBe('changed since')
})

it('takes no name under nothing for a confirmation', () => {
  const nothing = by('ferns', by('oaks', {}, confirmed('manager', [])), confirmed('person', []))
  expect(confirmation(nothing, 'person')).toBe('none')
  expect(isConfirmedByBoth(nothing)).toBe(false)
})

it('calls a level agreed once both have put their names to it, and whatever else is changed after that', () => {
  const met = by('ferns', {}, agreed(4))
  const one = by('ferns', met, confirmed('person', confirmable(met)))
  const both = by('oaks', one, confirmed('manager', confirmable(met)))
  expect([met, one].map((writes) => agreedByBoth(writes).size)).toEqual([0, 0])
  expect(agreedByBoth(both).get('county-a')?.level).toBe(4)
  const commented = by('oaks', both, { kind: 'comment', key: 'county-a', value: 'With thanks' })
  expect(confirmation(commented, 'person')).toBe('changed since')
  expect(agreedByBoth(commented).size).toBe(1)
  expect(agreedByBoth(by('ferns', both, agreed(3))).size).toBe(0)
})

it('calls no level agreed of which two laptops say different things', () => {
  const met = mergeWrites(by('ferns', {}, agreed(2)), by('oaks', {}, agreed(3)))
  const of = confirmable(met)
  expect(agreedByBoth(by('oaks', met, confirmed('manager', of), confirmed('person', of))).size).toBe(0)
})
