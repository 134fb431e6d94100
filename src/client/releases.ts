import { ReleaseListSchema, ReleaseSchema, type Release, type ReleaseList } from '../contract/release'
import { ask, read, type Call } from './endpoint'

/** The periods closed so far, newest first. HR only. */
export async function fetchReleases(token: string, call: Call = {}): Promise<ReleaseList['releases']> {
  return read(await ask('releases', { ...call, token }), ReleaseListSchema).releases
}

/** One period's finished tables, or the word that too few replied. HR only. */
export async function fetchRelease(period: string, token: string, call: Call = {}): Promise<Release> {
  return read(await ask(`releases/${encodeURIComponent(period)}`, { ...call, token }), ReleaseSchema)
}
