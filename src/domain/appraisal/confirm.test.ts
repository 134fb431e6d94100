import { expect, it } from 'vitest'
import { confirmable, confirmation, isConfirmedByBoth } from './confirm'
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
