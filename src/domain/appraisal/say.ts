import { canonical } from './merge'
import { headsOf } from './standing'
import { highestCount, orderOf, seenAs, type Kind, type Values, type Write, type Writes } from './write'

/** Who writes, and when, as an ISO 8601 instant. */
export interface Writer {
  laptop: string
  at: string
}

/** One thing to say in an appraisal; null takes it back. */
export type Saying = { [K in Kind]: { kind: K; key: string; value: Values[K] | null } }[Kind]

/** The writes after several things were said, one after another. */
export function sayAll(writes: Writes, writer: Writer, sayings: readonly Saying[]): Writes {
  return sayings.reduce((so, { kind, key, value }) => say<Kind>(so, writer, kind, key, value), writes)
}

/**
 * The writes after something was said, in place of all that stands there: that is also how one of several is
 * chosen. Null takes it back. What stands there by this laptop's own hand is revised, so that an appraisal kept at
 * every keystroke stays small. Saying what already stands alone changes nothing.
 */
export function say<K extends Kind>(
  writes: Writes,
  writer: Writer,
  kind: K,
  key: string,
  value: Values[K] | null,
): Writes {
  const heads = headsOf(writes, kind, key)
  const [only] = heads
  if (heads.length === 0 && value === null) return writes
  if (only !== undefined && heads.length === 1) {
    if (canonical(only.value) === canonical(value)) return writes
    if (orderOf(only.id)[1] === writer.laptop)
      return { ...writes, [only.id]: revised(only, value, writer.at) }
  }
  const id = `${highestCount(writes) + 1}-${writer.laptop}`
  const over = heads.map(seenAs)
  return { ...writes, [id]: { id, kind, key, value, over, rev: 0, at: writer.at } }
}

function revised<K extends Kind>(write: Write<K>, value: Values[K] | null, at: string): Write<K> {
  return { ...write, value, at, rev: write.rev + 1 }
}
