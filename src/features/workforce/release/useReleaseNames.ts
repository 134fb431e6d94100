import { computed, shallowRef, watch } from 'vue'
import { fetchCatalogueVersion } from '../../../client/catalogue'
import type { PublishedRelease } from '../../../contract/release'
import type { WaymarkDatabase } from '../../../database/database'
import type { Catalogue } from '../../../domain/catalogue'
import { useLaptop } from '../../../session/laptop'
import { namesFor } from './named'

/** What a release's ids were called when its period opened, and whether that could be found. */
export function useReleaseNames(release: () => PublishedRelease) {
  const { db } = useLaptop()
  const catalogue = shallowRef<Catalogue>()
  const state = shallowRef<'reading' | 'found' | 'missing'>('reading')

  watch(
    () => release().catalogue,
    async (version) => {
      state.value = 'reading'
      const found = await catalogueOf(db, version).catch(() => undefined)
      if (version !== release().catalogue) return
      catalogue.value = found
      state.value = found === undefined ? 'missing' : 'found'
    },
    { immediate: true },
  )

  return { names: computed(() => namesFor(release(), catalogue.value)), state }
}

/** The catalogue of that version: kept here already, or fetched once and kept for offline. */
async function catalogueOf(db: WaymarkDatabase, version: string): Promise<Catalogue> {
  const stored = (await db.catalogues.get(version)) ?? (await fetchCatalogueVersion(version))
  await db.catalogues.put(stored)
  return JSON.parse(stored.text) as Catalogue
}
