import { seededBytes } from '../../../src/domain/release/seeded.ts'

/** Numbers for made-up organisations and requests: the same for the same seed, and quick enough for millions. */
export interface Random {
  /** From 0 up to, not including, 1. */
  unit(): number
  below(limit: number): number
  chance(share: number): boolean
  pick<Item>(items: readonly Item[]): Item
  bytes(count: number): Buffer
}

export function randomFrom(seed: number): Random {
  const more = seededBytes(seed)
  let bytes: Uint8Array = new Uint8Array(0)
  let at = 0

  function unit(): number {
    if (at === bytes.length) {
      bytes = more(4096)
      at = 0
    }
    const word = bytes[at]! * 2 ** 24 + bytes[at + 1]! * 2 ** 16 + bytes[at + 2]! * 2 ** 8 + bytes[at + 3]!
    at += 4
    return word / 2 ** 32
  }

  const below = (limit: number) => Math.floor(unit() * limit)
  return {
    unit,
    below,
    chance: (share) => unit() < share,
    pick: (items) => items[below(items.length)]!,
    bytes: (count) => Buffer.from(more(count)),
  }
}
