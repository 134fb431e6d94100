import { canonical } from './merge'
import { compareWrites, seenOf, type Kind, type Values, type Write, type Writes } from './write'

/** What stands under one key of a kind, and what else was said there by somebody who had not seen it. */
export interface Standing<K extends Kind> {
  key: string
  /** Null where it was taken back. */
  value: Values[K] | null
  write: Write<K>
  /** Said on another laptop at the same time and different: shown, for somebody to choose. */
  others: Write<K>[]
}

/** Writes that no other takes the place of, the last first. */
export function headsOf<K extends Kind>(writes: Writes, kind: K, key: string): readonly Write<K>[] {
  return ofKind(writes, kind).get(key) ?? []
}

/** What stands under every key of a kind. What was taken back stands as null only while another says otherwise. */
export function standingOf<K extends Kind>(writes: Writes, kind: K): Map<string, Standing<K>> {
  const found = new Map<string, Standing<K>>()
  for (const [key, heads] of ofKind(writes, kind)) {
    const [write, ...rest] = heads
    if (write === undefined) continue
    const others = rest.length === 0 ? [] : otherThan(write, rest)
    if (write.value !== null || others.length > 0)
      found.set(key, { key, value: write.value, write, others: onePerValue(others) })
  }
  return found
}

/** The value that stands under one key; undefined where nothing does. */
export function valueOf<K extends Kind>(writes: Writes, kind: K, key: string): Values[K] | undefined {
  return headsOf(writes, kind, key)[0]?.value ?? undefined
}

/** Everything of which two laptops say different things, for somebody to choose. */
export function differencesIn(writes: Writes): Standing<Kind>[] {
  const kinds = new Set(Object.values(writes).map(({ kind }) => kind))
  return [...kinds].flatMap((kind) =>
    [...standingOf(writes, kind).values()].filter(({ others }) => others.length > 0),
  )
}

type Heads = ReadonlyMap<string, readonly Write[]>

/** What was worked out of a set of writes, for as long as somebody holds the set: it never changes, a page asks it often. */
const worked = new WeakMap<Writes, Map<Kind, Heads>>()

function ofKind<K extends Kind>(writes: Writes, kind: K): ReadonlyMap<string, readonly Write<K>[]> {
  const kinds = worked.get(writes) ?? new Map<Kind, Heads>()
  worked.set(writes, kinds)
  const heads = kinds.get(kind) ?? headsByKey(writes, kind)
  kinds.set(kind, heads)
  return heads as ReadonlyMap<string, readonly Write<K>[]>
}

function headsByKey<K extends Kind>(writes: Writes, kind: K): Map<string, readonly Write<K>[]> {
  const all = Object.values(writes).filter((write): write is Write<K> => write.kind === kind)
  const byKey = new Map<string, Write<K>[]>()
  for (const write of lastFirst(all)) {
    const others = byKey.get(write.key)
    if (others === undefined) byKey.set(write.key, [write])
    else others.push(write)
  }
  for (const [key, said] of byKey) if (said.length > 1) byKey.set(key, uncovered(said))
  return byKey
}

/** Of what was said under one key, what nothing else there takes the place of: no write reaches under another key. */
function uncovered<K extends Kind>(said: readonly Write<K>[]): Write<K>[] {
  const covered = coveredBy(said)
  return said.filter(({ id, rev }) => (covered.get(id) ?? -1) < rev)
}

/** Written in order mostly, so that looking is cheaper than sorting: an appraisal may hold a thousand writes. */
function lastFirst<K extends Kind>(writes: Write<K>[]): Write<K>[] {
  const reversed = writes.reverse()
  const isInOrder = reversed.every((write, at) => at === 0 || compareWrites(reversed[at - 1]!, write) >= 0)
  return isInOrder ? reversed : reversed.sort((a, b) => compareWrites(b, a))
}

/** The last revision of each write that another took the place of: one revised since then stands beside it. */
function coveredBy(writes: readonly Write[]): Map<Write['id'], number> {
  const covered = new Map<Write['id'], number>()
  for (const { id, rev } of writes.flatMap(({ over }) => over.map(seenOf)))
    covered.set(id, Math.max(rev, covered.get(id) ?? -1))
  return covered
}

function otherThan<K extends Kind>(write: Write<K>, rest: readonly Write<K>[]): Write<K>[] {
  const said = canonical(write.value)
  return rest.filter(({ value }) => canonical(value) !== said)
}

/** Of writes that say the same, the last one stands for all. */
function onePerValue<K extends Kind>(writes: readonly Write<K>[]): Write<K>[] {
  const said = new Set<string>()
  return writes.filter(({ value }) => {
    const text = canonical(value)
    return !said.has(text) && said.add(text)
  })
}
