import type { Id } from '../id'
import type { Strand } from '../strand'
import type { Published, Share } from './figures'
import { strandsReadiness } from './strands'

/** How far a strand could be staffed then and now, held against what it needs now. */
export interface StrandChange {
  strand: Strand
  /** Undefined where either cannot be told, or the needed level of one of its skills is another now. */
  then?: Share
  now?: Share
  /** Only where the two ranges do not meet. */
  moved?: 'up' | 'down'
}

/** Readiness of each strand in two releases. `redefined` are skills whose needed level is another now. */
export function strandChanges(
  before: Published,
  now: Published,
  strands: readonly Strand[],
  redefined: readonly Id[],
): StrandChange[] {
  const earlier = strandsReadiness(before, strands)
  return strandsReadiness(now, strands).map(({ strand, readiness, untold }, place): StrandChange => {
    const same =
      earlier[place]!.untold.join() === untold.join() &&
      strand.needs.every(({ skill }) => !redefined.includes(skill))
    const then = same ? earlier[place]!.readiness : undefined
    const moved = then && readiness && movedBy(then, readiness)
    return { strand, ...(then && { then }), ...(readiness && { now: readiness }), ...(moved && { moved }) }
  })
}

/** Margins added, as wherever several are compared at once (`withinEachOthersRange`). */
function movedBy(then: Share, now: Share): StrandChange['moved'] {
  if (Math.abs(now.share - then.share) <= now.margin + then.margin) return undefined
  return now.share > then.share ? 'up' : 'down'
}
