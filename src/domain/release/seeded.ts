import type { RandomBytes } from './bits'

/**
 * Bytes that are the same for the same seed: SplitMix32 (Steele, Lea and Flood, 2014). For made-up data
 * and for tests that need to know what was drawn; never for a real release.
 */
export function seededBytes(seed: number): RandomBytes {
  let state = seed | 0

  function word(): number {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }

  return (count) => Uint8Array.from({ length: count }, () => word() >>> 24)
}
