const ALLOWED = 30
const WINDOW_MS = 60_000

/**
 * Failed join codes and signatures per address: 30 a minute. Kept in memory, for a minute at most, and
 * only of those that failed, so a whole service behind one address is never held up by it.
 */
export function failedAttempts() {
  let window = 0
  let counts = new Map<string, number>()

  /** Notes one failure at this time; false when the address has had its 30. */
  return function allow(address: string, now: Date): boolean {
    const current = Math.floor(now.getTime() / WINDOW_MS)
    if (current !== window) {
      window = current
      counts = new Map()
    }
    const count = (counts.get(address) ?? 0) + 1
    counts.set(address, count)
    return count <= ALLOWED
  }
}
