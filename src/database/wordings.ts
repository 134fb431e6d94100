import type { Wording } from '../domain/appraisal/appraisal'
import type { WaymarkDatabase } from './database'

/** Keeps what skills said in a framework version, beside what is kept of it already. What is here stays as it is. */
export function keepWordings(db: WaymarkDatabase, wordings: readonly Wording[]): Promise<void> {
  return db.transaction('rw', db.wordings, async () => {
    for (const wording of wordings) {
      const here = await db.wordings.get(wording.ref)
      const known = new Set(here?.skills.map(({ id }) => id))
      const more = wording.skills.filter(({ id }) => !known.has(id))
      if (here === undefined || more.length > 0)
        await db.wordings.put({ ...(here ?? wording), skills: [...(here?.skills ?? []), ...more] })
    }
  })
}
