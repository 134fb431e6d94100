import type { CurrentPeriod } from '../../contract/period'
import type { OutboxItem, SharedPeriod, WaymarkDatabase } from '../../database/database'
import { note } from '../../database/notes'
import { me } from '../../database/people'
import type { Catalogue } from '../../domain/catalogue'
import type { Id } from '../../domain/id'
import { pinnedCatalogue } from '../../outbox/pinnedCatalogue'
import { ifItFits } from '../../outbox/seal'
import type { Made, SharingAs } from '../../outbox/summary'
import { summaryNow } from '../../outbox/summaryNow'

/** Everything the Sharing page shows, read at one time. */
export interface SharingPicture {
  on: boolean
  joinCode?: string
  /** The open period as last heard of, and its catalogue. */
  period?: CurrentPeriod
  catalogue?: Catalogue
  as?: SharingAs
  /** The role held, as said on My skills: only to suggest one here. */
  roleHeld?: Id
  made?: Made
  /** What this laptop did in the open period, and what of it waits or was refused. */
  shared?: SharedPeriod
  item?: OutboxItem
  history: SharedPeriod[]
  /** Refused items of periods that are over. */
  leftover: OutboxItem[]
}

export async function sharingPicture(db: WaymarkDatabase): Promise<SharingPicture> {
  const period = await note(db, 'openPeriod')
  const items = await db.outbox.toArray()
  const history = await db.periods.toArray()
  const seen = {
    on: (await note(db, 'sharingOn')) === true,
    joinCode: await note(db, 'joinCode'),
    period,
    as: await note(db, 'sharingAs'),
    roleHeld: (await me(db)).role,
    history: history.sort((a, b) => b.period.localeCompare(a.period)),
    leftover: items.filter((item) => item.period !== period?.id),
  }
  if (period === undefined) return seen
  const summary = summaryNow(db, period).catch((fault: Error): Made => ({ refusal: fault.message }))
  // Last: both may wait for a hash, and a live query notices no reads after such a wait.
  const made = await summary
  const catalogue = await pinnedCatalogue(db, period.catalogue).catch(() => undefined)
  return {
    ...seen,
    shared: history.find((shared) => shared.period === period.id),
    item: items.find((item) => item.period === period.id),
    made: catalogue === undefined ? made : ifItFits(made, catalogue),
    catalogue,
  }
}
