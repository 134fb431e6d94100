import { expect, it } from 'vitest'
import { town } from '../../../tests/support/town'
import { confirmable } from './confirm'
import { sayAll, type Saying } from './say'
import { standingOf } from './standing'
import { managersIn, notYetGiven, progressOf } from './stage'
import { seenAs, type Writes } from './write'

const ON = 'town@1'
const AT = '2026-11-23T09:00:00.000Z'
const role = town().frameworks[0]!.roles[0]!
const [first, second] = role.requirements.map(({ skill }) => skill) as [string, string]
const after = (writes: Writes, ...sayings: Saying[]) => sayAll(writes, { laptop: 'here', at: AT }, sayings)
const given = (skill: string, level = 2): Saying => ({
  kind: 'given',
  key: `boss/${skill}`,
  value: { level, on: ON },
})
const named: Saying = { kind: 'person', key: '', value: { name: 'Alder' } }
const own: Saying = { kind: 'own', key: first, value: { level: 3, at: AT, on: ON } }
const opened: Saying = { kind: 'opened', key: 'boss', value: { how: 'rated first', rated: 2 } }
const stageOf = (writes: Writes, handedOver?: string[]) =>
  progressOf({ writes, ...(handedOver && { handedOver }) }, 'boss', role)

it('waits for a pack until there is one, though the manager has rated everything', () => {
  expect(progressOf(undefined, 'boss', role)).toMatchObject({ stage: 'no pack yet', rated: 0, toRate: 2 })
  expect(stageOf(after({}, given(first), given(second)))).toMatchObject({ stage: 'no pack yet', rated: 2 })
})

it('is rating from the first rating or the pack on, until all that the role asks is rated', () => {
  expect(stageOf(after({}, given(first))).stage).toBe('rating')
  expect(stageOf(after({}, named, own))).toMatchObject({ stage: 'rating', packHere: true, rated: 0 })
  expect(stageOf(after({}, named, own, given(first), given(second))).stage).toBe('rated, pack waiting')
})

it('is ready to meet once this manager has opened theirs, and not by another manager’s opening', () => {
  expect(stageOf(after({}, named, own, opened)).stage).toBe('ready to meet')
  const others = after({}, named, own, { ...opened, key: 'other' } as Saying)
  expect(stageOf(others).stage).toBe('rating')
})

it('has been met once anything is agreed, and is confirmed while both names hold', () => {
  const met = after({}, named, own, opened, { kind: 'agreed', key: first, value: { level: 2, on: ON } })
  expect(stageOf(met).stage).toBe('met')
  const of = confirmable(met)
  const one = after(met, { kind: 'confirmed', key: 'manager', value: { name: 'Boss', of } })
  expect(stageOf(one)).toMatchObject({ stage: 'met', confirmed: { manager: 'holds', person: 'none' } })
  const both = after(one, { kind: 'confirmed', key: 'person', value: { name: 'Alder', of } })
  expect(stageOf(both).stage).toBe('confirmed by both')
  const changed = after(both, { kind: 'comment', key: first, value: 'One thing more' })
  expect(stageOf(changed)).toMatchObject({ stage: 'met', confirmed: { person: 'changed since' } })
})

it('owes the person every rating of theirs, until a copy holds it as it now stands', () => {
  const writes = after({}, given(first), given(second))
  const handedOver = [...standingOf(writes, 'given').values()].map(({ write }) => seenAs(write))
  expect(stageOf(writes).notGiven).toBe(2)
  expect(stageOf(writes, handedOver).notGiven).toBe(0)
  expect(notYetGiven({ writes: after(writes, given(second, 1)), handedOver }, 'boss')).toEqual([second])
  expect(notYetGiven({ writes, handedOver: [] }, 'other')).toEqual([])
})

it('does not take a skill outside the role for progress in it', () => {
  expect(stageOf(after({}, given('town-bathing')))).toMatchObject({ rated: 0, stage: 'rating' })
})

it('names every manager who says something, by the name they gave', () => {
  const writes = after({}, given(first), { kind: 'manager', key: 'above', value: { name: 'Ash' } })
  expect(managersIn(writes)).toEqual([{ key: 'above', name: 'Ash' }, { key: 'boss' }])
})
