import type { Id } from '../id'
import { headsOf, standingOf } from './standing'
import { SIDES, seenAs, type Agreed, type Kind, type Side, type Writes } from './write'

/** What two people put their names to. */
const CONFIRMABLE: readonly Kind[] = ['agreed', 'comment', 'objective', 'action', 'summary', 'meeting']

/** What stands agreed at this moment, each as the write and revision it comes from. The same on every laptop. */
export function confirmable(writes: Writes): string[] {
  return CONFIRMABLE.flatMap((kind) =>
    [...standingOf(writes, kind).keys()].flatMap((key) => headsOf(writes, kind, key).map(seenAs)),
  ).sort()
}

/** Whether a side has confirmed, and whether anything has changed since. Of nothing there is nothing to confirm. */
export function confirmation(writes: Writes, side: Side): 'none' | 'holds' | 'changed since' {
  const now = confirmable(writes).join(' ')
  const said = headsOf(writes, 'confirmed', side)
    .flatMap(({ value }) => value ?? [])
    .filter(({ of }) => of.length > 0)
  if (said.length === 0) return 'none'
  return said.some(({ of }) => of.join(' ') === now) ? 'holds' : 'changed since'
}

/**
 * The levels that both put their names to as they stand, by skill: what was changed beside them since asks both to
 * confirm again, and does not make a level any less agreed. One that only one side's file calls agreed is not there.
 */
export function agreedByBoth(writes: Writes): Map<Id, Agreed> {
  const [persons, managers] = SIDES.map((side) => namedBy(writes, side)) as [Set<string>, Set<string>]
  const agreed = new Map<Id, Agreed>()
  for (const { key, value, write, others } of standingOf(writes, 'agreed').values()) {
    const seen = seenAs(write)
    if (value !== null && others.length === 0 && persons.has(seen) && managers.has(seen))
      agreed.set(key, value)
  }
  return agreed
}

/** What a side's confirmation is of, whether or not it still holds for the whole. */
function namedBy(writes: Writes, side: Side): Set<string> {
  return new Set(headsOf(writes, 'confirmed', side).flatMap(({ value }) => value?.of ?? []))
}

export function isConfirmedByBoth(writes: Writes): boolean {
  return SIDES.every((side) => confirmation(writes, side) === 'holds')
}
