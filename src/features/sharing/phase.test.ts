import { expect, it } from 'vitest'
import type { OutboxItem, SharedPeriod } from '../../database/database'
import type { Made } from '../../outbox/summary'
import { canSend, canWithdraw, phaseOf } from './phase'

const made = { summary: {}, text: '{"n":2}' } as Made
const item = (state: OutboxItem['state']) => ({ state }) as OutboxItem
const shared = (change: Partial<SharedPeriod> = {}): SharedPeriod => ({
  period: '2026-H2',
  keys: {} as CryptoKeyPair,
  sequence: 1,
  body: '{"n":2}',
  sentAt: '2026-11-02T09:00:00Z',
  state: 'sent',
  ...change,
})

it('what waits or was refused is said before anything else', () => {
  expect(phaseOf(made, shared(), item('paused'), false)).toBe('asks')
  expect(phaseOf(made, shared(), item('sending'), true)).toBe('waiting')
  expect(phaseOf(made, shared({ state: 'refused' }), item('refused'), true)).toBe('refused')
})

it('later answers put what was sent out of date, and the same answers do not', () => {
  expect(phaseOf(made, shared(), undefined, false)).toBe('sent')
  expect(phaseOf(made, shared({ body: '{"n":1}' }), undefined, false)).toBe('out of date')
  expect(phaseOf({ refusal: 'No cell' }, shared(), undefined, false)).toBe('sent')
})

it('a replacement that was refused leaves what was accepted before it, which can be withdrawn', () => {
  const refused = shared({ state: 'refused' })
  expect(phaseOf(made, refused, undefined, false)).toBe('out of date')
  expect(canWithdraw('out of date', refused)).toBe(true)
  expect(phaseOf(made, shared({ state: 'refused', sentAt: undefined }), undefined, false)).toBe('not sent')
})

it('nothing can be sent once closed, nor from a restored laptop', () => {
  const closed = phaseOf(made, shared(), undefined, true)
  const restored = phaseOf(made, shared({ keys: undefined }), undefined, false)
  expect([closed, restored]).toEqual(['closed', 'restored'])
  expect([closed, restored].map(canSend)).toEqual([false, false])
  expect(canWithdraw('sent', shared({ keys: undefined }))).toBe(false)
})

it('after withdrawing one can send again, and there is nothing more to withdraw', () => {
  const withdrawn = shared({ state: 'withdrawn', body: '' })
  expect(phaseOf(made, withdrawn, undefined, false)).toBe('withdrawn')
  expect(canSend('withdrawn')).toBe(true)
  expect(canWithdraw('withdrawn', withdrawn)).toBe(false)
})
