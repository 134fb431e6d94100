/** Gives `count` fresh random bytes; from a cryptographic source everywhere but in tests and the sample. */
export type RandomBytes = (count: number) => Uint8Array

/** Whole numbers drawn evenly, exactly. */
export interface Bits {
  /** A number from 0 up to, not including, `limit` (1 to 2^31). */
  below(limit: number): number
}

const CHUNK = 1024

/** Turns bytes into evenly drawn numbers: as many bits as are needed, thrown away when they fall outside. */
export function bitsFrom(randomBytes: RandomBytes): Bits {
  let bytes = new Uint8Array(0)
  let at = 0

  function bit(): number {
    if (at === bytes.length * 8) {
      bytes = Uint8Array.from(randomBytes(CHUNK))
      at = 0
    }
    const value = (bytes[at >> 3]! >> (at & 7)) & 1
    at += 1
    return value
  }

  function below(limit: number): number {
    const width = 32 - Math.clz32(limit - 1)
    for (;;) {
      let value = 0
      for (let place = 0; place < width; place += 1) value = value * 2 + bit()
      if (value < limit) return value
    }
  }

  return { below }
}

/** A new array with the items in an order drawn evenly from all orders (Fisher and Yates). */
export function shuffle<Item>(items: readonly Item[], bits: Bits): Item[] {
  const shuffled = [...items]
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = bits.below(last + 1)
    ;[shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!]
  }
  return shuffled
}
