/**
 * What the log tells: what HR did, and what became of the process and its store. Never a summary, an address, a
 * secret or what a request held; a fault tells where in the code, not with what.
 */
export type LogEvent =
  | { event: 'started'; port: number; base: string }
  | { event: 'stopping' | 'stopped' | 'links reissued' }
  | { event: 'period opened' | 'period extended'; period: string; closes: string }
  | { event: 'period closed'; period: string; published: boolean }
  | { event: 'period cancelled' | 'period deleted unreleased'; period: string }
  | { event: 'catalogue published'; catalogue: string }
  | { event: 'fault' | 'store not tidied'; fault: string; at: readonly string[] }

/** With who asked for it, by role; none where nobody did. */
export type Logged = LogEvent & { by?: 'hr' }

/** One line of the log: a JSON object, its time first. */
export function logLine(logged: Logged, now: Date): string {
  const failed = logged.event === 'fault' || logged.event === 'store not tidied'
  return JSON.stringify({ time: now.toISOString(), level: failed ? 'error' : 'info', ...logged })
}
