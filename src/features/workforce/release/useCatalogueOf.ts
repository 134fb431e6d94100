import { shallowRef, watch } from 'vue'
import { fetchCatalogueVersion } from '../../../client/catalogue'
import type { WaymarkDatabase } from '../../../database/database'
import type { Catalogue } from '../../../domain/catalogue'
import { useLaptop } from '../../../session/laptop'

/** The catalogue of a version as it was when a period opened on it, and whether it could be found. */
export function useCatalogueOf(version: () => string | undefined) {
  const { db } = useLaptop()
  const catalogue = shallowRef<Catalogue>()
  const state = shallowRef<'reading' | 'found' | 'missing'>('reading')

  watch(
    version,
    async (asked) => {
      if (asked === undefined) {
        catalogue.value = undefined
        state.value = 'missing'
        return
      }
      state.value = 'reading'
      const found = await catalogueOf(db, asked).catch(() => undefined)
      if (asked !== version()) return
      catalogue.value = found
      state.value = found === undefined ? 'missing' : 'found'
    },
    { immediate: true },
  )

  return { catalogue, state }
}

/** The catalogue of that version: kept here already, or fetched once and kept for offline. */
async function catalogueOf(db: WaymarkDatabase, version: string): Promise<Catalogue> {
  const stored = (await db.catalogues.get(version)) ?? (await fetchCatalogueVersion(version))
  await db.catalogues.put(stored)
  return JSON.parse(stored.text) as Catalogue
}
