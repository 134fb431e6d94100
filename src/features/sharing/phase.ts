import type { OutboxItem, SharedPeriod } from '../../database/database'
import { isRestored } from '../../outbox/queue'
import type { Made } from '../../outbox/summary'

/** Where a person stands with the open period. */
export type Phase =
  'closed' | 'restored' | 'asks' | 'refused' | 'waiting' | 'not sent' | 'sent' | 'out of date' | 'withdrawn'

export function phaseOf(
  made: Made | undefined,
  shared: SharedPeriod | undefined,
  item: OutboxItem | undefined,
  closed: boolean,
): Phase {
  if (item?.state === 'paused') return 'asks'
  if (item?.state === 'refused') return 'refused'
  if (item !== undefined) return 'waiting'
  if (closed) return 'closed'
  if (isRestored(shared)) return 'restored'
  if (shared === undefined) return 'not sent'
  // A refused replacement leaves what was accepted before it.
  if (shared.state === 'refused') return shared.sentAt === undefined ? 'not sent' : 'out of date'
  if (shared.state === 'withdrawn') return 'withdrawn'
  return made !== undefined && 'text' in made && made.text !== shared.body ? 'out of date' : 'sent'
}

/** Pressing Send does something in these. */
export function canSend(phase: Phase): boolean {
  return ['not sent', 'out of date', 'withdrawn'].includes(phase)
}

/** There is something of this laptop's that may be counted. */
export function canWithdraw(phase: Phase, shared: SharedPeriod | undefined): boolean {
  if (shared === undefined || shared.keys === undefined || shared.body === '') return false
  return ['asks', 'waiting', 'sent', 'out of date'].includes(phase)
}
