import type { ReleaseList } from '../contract/release'
import type { Deps } from './deps'
import { Refusal } from './refusal'
import { periodOf } from './store/periods'
import { allReleases, releaseOf } from './store/releases'

/** Newest first. */
export async function listReleases({ store }: Deps): Promise<ReleaseList> {
  const releases = await allReleases(store.db)
  return {
    v: 1,
    releases: releases.map(({ period, published, day }) => ({
      period,
      published: published === 1,
      closed: day,
    })),
  }
}

/** The release as its stored text. Refused `not-closed` while there is none yet, `ended` where there will be none. */
export async function readRelease(id: string, { store }: Deps): Promise<string> {
  const release = await releaseOf(store.db, id)
  if (release !== undefined) return release.body
  const period = await periodOf(store.db, id)
  if (period === undefined) throw new Refusal('unknown-period')
  throw new Refusal(period.state === 'open' ? 'not-closed' : 'ended')
}
