import * as v from 'valibot'
import { StoredReleaseSchema } from '../contract/storedRelease'
import type { WaymarkDatabase } from './database'
import { note, type KeptReleases } from './notes'

/** The releases kept here, whichever version of Waymark kept them. What no version would have kept is read again. */
export async function keptReleases(db: WaymarkDatabase): Promise<KeptReleases | undefined> {
  const kept = await note(db, 'keptReleases')
  if (kept === undefined) return undefined
  const releases = kept.releases.flatMap(({ release, closed }) => {
    const read = v.safeParse(StoredReleaseSchema, release)
    return read.success ? [{ release: read.output, closed }] : []
  })
  return { ...kept, releases }
}
