import { defineStore } from 'pinia'
import { computed } from 'vue'
import { usedCatalogues } from '../database/catalogues'
import type { Catalogue } from '../domain/catalogue'
import { frameworkRef, type Framework } from '../domain/framework'
import type { Id } from '../domain/id'
import { toReconfirm, type Reconfirm } from '../domain/upgrade'
import { useLaptop } from './laptop'
import { useLibrary, type FoundSkill } from './library'
import { useMySkills } from './mySkills'
import { upgradesOn } from './upgrades'
import { useLiveQuery } from './useLiveQuery'

/** A skill that a newer version asks about again: as the person read it, and as it is. */
export interface DueAgain extends Reconfirm {
  then?: FoundSkill
  now: FoundSkill
}

/**
 * What newer versions changed for the laptop's owner, and the wording that each rating was made against. Every
 * earlier version held here is read for it, which the first page does not need.
 */
export const useUpgrades = defineStore('upgrades', () => {
  const { db } = useLaptop()
  const library = useLibrary()
  const mySkills = useMySkills()

  const { value: held, loading } = useLiveQuery(
    async () => {
      const headers = await db.frameworks.toArray()
      const stored = await usedCatalogues(db)
      // Most laptops have one version of each framework; then there is nothing to read.
      const keys = [...(library.catalogue?.frameworks ?? []), ...headers].map(({ key }) => key)
      if (stored.length < 2 && new Set(keys).size === keys.length) return []
      const used = stored.map(({ text, since }) => ({
        catalogue: JSON.parse(text) as Catalogue,
        since,
      }))
      const importedAt = new Map(headers.map((header) => [header.ref, header.importedAt]))
      const contents = await db.contents.toArray()
      const imported = contents.map(({ ref, framework }) => ({
        framework,
        importedAt: importedAt.get(ref) ?? '',
      }))
      return upgradesOn(used, imported)
    },
    // Another version in use is another answer to what came before.
    { deps: [() => library.catalogueVersion], initial: [] },
  )

  const versions = computed(() => {
    const frameworks = [...held.value.flatMap(({ before }) => before), ...library.frameworks]
    return new Map(frameworks.map((framework) => [frameworkRef(framework), framework]))
  })

  /** A skill as it stood in the version that a rating was made on; undefined where that is not held here. */
  function asRead(skill: Id, on: string): FoundSkill | undefined {
    const framework: Framework | undefined = versions.value.get(on)
    const found = framework?.skills.find(({ id }) => id === skill)
    return framework === undefined || found === undefined ? undefined : { skill: found, framework }
  }

  const changed = computed(() =>
    held.value.flatMap(({ before, after, since }) =>
      toReconfirm(before, after, mySkills.person, mySkills.ratings, since),
    ),
  )
  /** What the person is asked again. */
  const due = computed<DueAgain[]>(() =>
    changed.value.flatMap(({ skill, reasons }) => {
      const now = library.skills.get(skill)
      if (now === undefined) return []
      return [{ skill, reasons, now, then: asRead(skill, mySkills.ratings[skill]?.on ?? '') }]
    }),
  )
  /** Skills that were rated and are no longer there: nothing is asked, and the ratings stay. */
  const gone = computed(() => changed.value.filter(({ skill }) => !library.skills.has(skill)))

  return { due, gone, asRead, loading }
})
