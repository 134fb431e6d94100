import { ReleaseListSchema, ReleaseSchema, type Release, type ReleaseList } from '../contract/release'
import { ask, read, type Call, type Pass } from './endpoint'

/** The periods closed so far, newest first. HR only. */
export async function fetchReleases(pass: Pass, call: Call = {}): Promise<ReleaseList['releases']> {
  return read(await ask('releases', { ...call, pass }), ReleaseListSchema).releases
}

/** One period's finished tables, or the word that too few replied. HR only. */
export async function fetchRelease(period: string, pass: Pass, call: Call = {}): Promise<Release> {
  return read(await ask(`releases/${encodeURIComponent(period)}`, { ...call, pass }), ReleaseSchema)
}
