import type { PeriodKey } from '../contract/periodKey'
import type { WaymarkDatabase } from './database'
import { note, setNote } from './notes'

/** The keys of periods that were opened in this browser, until each has ended or its key is let go. */
export async function periodKeys(db: WaymarkDatabase): Promise<PeriodKey[]> {
  return (await note(db, 'periodKeys')) ?? []
}

export function putPeriodKey(db: WaymarkDatabase, key: PeriodKey): Promise<void> {
  return db.transaction('rw', db.notes, async () => {
    const others = (await periodKeys(db)).filter(({ period }) => period !== key.period)
    await setNote(db, 'periodKeys', [key, ...others])
  })
}

/** Lets go of the keys of these periods. */
export function forgetPeriodKeys(db: WaymarkDatabase, periods: readonly string[]): Promise<void> {
  return db.transaction('rw', db.notes, async () => {
    const all = await periodKeys(db)
    const left = all.filter(({ period }) => !periods.includes(period))
    if (left.length < all.length) await setNote(db, 'periodKeys', left.length === 0 ? undefined : left)
  })
}
