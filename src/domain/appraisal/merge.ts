import type { Write, Writes } from './write'

/**
 * What two copies of an appraisal hold together: every write of either, and of one that both hold, the later
 * revision.
 *
 * The law: a copy is a set of writes, and merging is their union. So it is commutative, associative and
 * idempotent; whichever way files go round, and however often one is opened, the same copy comes of it, and what
 * is no longer there was revised by whoever said it. What then stands (`standing`) is worked out from the set alone, and no clock is asked.
 * (A state-based replicated set of multi-value registers: Shapiro, Preguiça, Baquero and Zawirski, "A
 * comprehensive study of convergent and commutative replicated data types", INRIA RR-7506, 2011, §3.2.2.)
 */
export function mergeWrites(a: Writes, b: Writes): Writes {
  const merged: Record<string, Write> = { ...a }
  for (const [id, write] of Object.entries(b)) {
    const here = merged[id]
    if (here === undefined || isLater(write, here)) merged[id] = write
  }
  return merged
}

/** A laptop alone revises its writes, so equal revisions are equal, unless a file was tampered with: then by their text. */
function isLater(a: Write, b: Write): boolean {
  return a.rev === b.rev ? canonical(a) > canonical(b) : a.rev > b.rev
}

/** The same text for the same value, whatever the order of its keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) =>
    held !== null && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([left], [right]) => (left < right ? -1 : 1)))
      : held,
  )
}
