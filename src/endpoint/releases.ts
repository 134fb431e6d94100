import * as v from 'valibot'
import type { Release, ReleaseList } from '../contract/release'
import { StoredReleaseSchema } from '../contract/storedRelease'
import type { Deps } from './deps'
import { Refusal } from './refusal'
import { periodOf } from './store/periods'
import { allReleases, releaseOf } from './store/releases'
import type { ReleaseRow } from './store/tables'

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

/** Refused `not-closed` while there is none yet, `ended` where there will be none. */
export async function readRelease(id: string, { store }: Deps): Promise<Release> {
  const release = await releaseOf(store.db, id)
  if (release !== undefined) return releaseIn(release)
  const period = await periodOf(store.db, id)
  if (period === undefined) throw new Refusal('unknown-period')
  throw new Refusal(period.state === 'open' ? 'not-closed' : 'ended')
}

/** What a stored release says, whichever version made it. */
export function releaseIn({ body }: Pick<ReleaseRow, 'body'>): Release {
  return v.parse(StoredReleaseSchema, JSON.parse(body))
}
