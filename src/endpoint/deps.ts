import type { RandomBytes } from '../domain/release/bits'
import type { Logged } from './log'
import type { roomKeeper } from './room'
import type { Identity } from './signIn/signIn'
import type { Store } from './store/store'

/** What every handler is given; nothing in it knows of HTTP. */
export interface Deps {
  store: Store
  now(): Date
  /** A cryptographic source, but in tests and the sample. */
  randomBytes: RandomBytes
  /** The smallest group a release speaks of, 10 or more. */
  floor: number
  /** The address the service has moved to, where it has. */
  movedTo?: string
  isFull: ReturnType<typeof roomKeeper>
  /** Sign-in with the organisation's identity provider, where it is set. */
  identity?: Identity
  /** Notes what HR did, or a fault; never a summary. */
  log(logged: Logged): void
}

/** The day it is, UTC. */
export function today(deps: Pick<Deps, 'now'>): string {
  return deps.now().toISOString().slice(0, 10)
}

export function daysAfter(day: string, days: number): string {
  const date = new Date(day)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
