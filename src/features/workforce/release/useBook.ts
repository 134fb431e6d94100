import { computed, type Ref } from 'vue'
import type { PublishedRelease } from '../../../contract/release'
import type { KeptReleases } from '../../../database/notes'
import type { Catalogue } from '../../../domain/catalogue'
import { namesFor, type ReleaseNames } from './named'
import { useCatalogueOf } from './useCatalogueOf'

/** A release as a page shows it: with what it is of, the catalogue it was made on, and the one before it. */
export interface Book {
  release: PublishedRelease
  /** The day it was made. */
  closed: string
  /** Posts, as HR gave them; absent where this laptop was not told. */
  headcount?: number
  /** Absent where it could not be read: then nothing is told that takes more than the counts. */
  catalogue?: Catalogue
  names: ReleaseNames
  /** The published release before it. */
  before?: Earlier
}

export interface Earlier {
  release: PublishedRelease
  closed: string
  catalogue?: Catalogue
}

/** The book of the period asked for, else of the newest published release; undefined while it is read and where there is none. */
export function useBook(kept: Readonly<Ref<KeptReleases>>, period: () => string | undefined) {
  const published = computed(() =>
    kept.value.releases.flatMap(({ release, closed }) => (release.published ? [{ release, closed }] : [])),
  )
  const place = computed(() => {
    const asked = published.value.findIndex(({ release }) => release.period === period())
    return asked === -1 ? 0 : asked
  })
  const now = computed(() => published.value.at(place.value))
  const earlier = computed(() => published.value.at(place.value + 1))
  const ofNow = useCatalogueOf(() => now.value?.release.catalogue)
  const ofBefore = useCatalogueOf(() => earlier.value?.release.catalogue)

  const book = computed((): Book | undefined => {
    if (now.value === undefined || ofNow.state.value === 'reading') return undefined
    if (earlier.value !== undefined && ofBefore.state.value === 'reading') return undefined
    const catalogue = ofNow.catalogue.value
    const headcount = kept.value.headcounts[now.value.release.period]
    const before = ofBefore.catalogue.value
    return {
      ...now.value,
      ...(headcount !== undefined && { headcount }),
      ...(catalogue && { catalogue }),
      names: namesFor(now.value.release, catalogue),
      ...(earlier.value && { before: { ...earlier.value, ...(before && { catalogue: before }) } }),
    }
  })
  return { book, published }
}
