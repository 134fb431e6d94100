import { headsOf, standingOf } from './standing'
import { SIDES, seenAs, type Kind, type Side, type Writes } from './write'

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

export function isConfirmedByBoth(writes: Writes): boolean {
  return SIDES.every((side) => confirmation(writes, side) === 'holds')
}
