import type { Id } from '../id'

/** One place where the parts of a catalogue do not fit together, as a person would say it. */
export interface Fault {
  /** The part at fault: `role county-developer`, `promotion county-a to county-b`. */
  where: string
  /** What is wrong there, continuing the sentence: `asks for county-x, which is no skill`. */
  what: string
}

interface Named {
  id: Id
}

export function idsOf(things: readonly Named[]): Set<Id> {
  return new Set(things.map((thing) => thing.id))
}

/** One fault for each id that stands more than once among things of one kind. */
export function repeatedIds(kind: string, things: readonly Named[]): Fault[] {
  const times = new Map<Id, number>()
  for (const { id } of things) times.set(id, (times.get(id) ?? 0) + 1)
  return [...times]
    .filter(([, count]) => count > 1)
    .map(([id, count]) => ({ where: `${kind} ${id}`, what: `stands ${count} times` }))
}

/** One fault for each reference that leads nowhere; `as` says what it was to be: `skill`. */
export function unknownIds(where: string, as: string, ids: readonly Id[], known: ReadonlySet<Id>): Fault[] {
  return ids
    .filter((id) => !known.has(id))
    .map((id) => ({ where, what: `names ${id}, which is no ${as} of this catalogue` }))
}

/**
 * Follows `next` from every id and returns each cycle once, its first id repeated
 * at the end, so that it reads as a way that comes back.
 */
export function cycles(ids: Iterable<Id>, next: (id: Id) => readonly Id[]): Id[][] {
  const found: Id[][] = []
  const done = new Set<Id>()
  const path: Id[] = []
  function follow(id: Id): void {
    const seenAt = path.indexOf(id)
    if (seenAt >= 0) {
      found.push([...path.slice(seenAt), id])
      return
    }
    if (done.has(id)) return
    path.push(id)
    for (const after of next(id)) follow(after)
    path.pop()
    done.add(id)
  }
  for (const id of ids) follow(id)
  return found
}
