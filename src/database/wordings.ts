import type { Wording } from '../domain/appraisal/appraisal'
import { mergeWording } from '../domain/appraisal/wording'
import type { WaymarkDatabase } from './database'

/** Keeps what skills said in a framework version, beside what is kept of it already. What is here stays as it is. */
export function keepWordings(db: WaymarkDatabase, wordings: readonly Wording[]): Promise<void> {
  return db.transaction('rw', db.wordings, async () => {
    for (const wording of wordings) {
      const here = await db.wordings.get(wording.ref)
      const merged = mergeWording(here, wording)
      if (merged !== here) await db.wordings.put(merged)
    }
  })
}
