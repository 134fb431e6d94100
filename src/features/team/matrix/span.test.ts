import fc from 'fast-check'
import { expect, it } from 'vitest'
import { scrolledTo, spanIn } from './span'

const OPTIONS = { seed: 20261123, numRuns: 500 }
const [count, size, length] = [
  fc.integer({ min: 1, max: 500 }),
  fc.integer({ min: 20, max: 60 }),
  fc.nat(2000),
]

it('draws every line that is in the window, and none that there is not', () => {
  fc.assert(
    fc.property(count, size, fc.nat(30_000), length, (n, px, wanted, window) => {
      const scrolled = Math.min(wanted, Math.max(0, n * px - window))
      const { from, to } = spanIn(n, px, scrolled, window)
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(n)
      expect(from * px).toBeLessThanOrEqual(scrolled)
      expect(to * px).toBeGreaterThanOrEqual(Math.min(n * px, scrolled + window))
    }),
    OPTIONS,
  )
})

it('scrolls just so far that a line is in the window', () => {
  fc.assert(
    fc.property(count, size, fc.nat(30_000), length, fc.nat(499), (n, px, before, extra, line) => {
      const [at, window] = [line % n, px + extra]
      const scrolled = scrolledTo(at, px, before, window)
      expect(at * px).toBeGreaterThanOrEqual(scrolled)
      expect((at + 1) * px).toBeLessThanOrEqual(scrolled + window)
      expect(scrolledTo(at, px, scrolled, window)).toBe(scrolled)
    }),
    OPTIONS,
  )
})
