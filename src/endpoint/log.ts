import type { Role, SignInFault } from '../contract/signIn'

/**
 * What the log tells: what HR did, and what became of the process and its store. Never a summary, an address, a
 * secret or what a request held; a fault tells where in the code, not with what. Who did something is the id that the
 * identity provider gives, where there is one.
 */
export type LogEvent =
  | { event: 'started'; port: number; base: string }
  | { event: 'stopping' | 'stopped' | 'links reissued' }
  | { event: 'period opened' | 'period extended'; period: string; closes: string }
  | { event: 'period closed'; period: string; published: boolean }
  | { event: 'period cancelled' | 'period deleted unreleased'; period: string }
  | { event: 'catalogue published'; catalogue: string }
  | { event: 'sign-in failed' | 'sign-in refused'; why: SignInFault; code: string }
  | { event: 'identity provider not reached'; code: string }
  | { event: 'fault' | 'store not tidied'; fault: string; at: readonly string[] }

/** With who asked for it, by role, and as the identity provider knows them; none where nobody did. */
export type Logged = LogEvent & { by?: Role; subject?: string }

const ERRORS: readonly LogEvent['event'][] = [
  'fault',
  'store not tidied',
  'sign-in failed',
  'identity provider not reached',
]

/** One line of the log: a JSON object, its time first. */
export function logLine(logged: Logged, now: Date): string {
  const level = ERRORS.includes(logged.event) ? 'error' : 'info'
  return JSON.stringify({ time: now.toISOString(), level, ...logged })
}
