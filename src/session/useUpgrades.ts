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
 * What newer versions changed for the laptop's owner, and the wording that each rating was made against. For a
 * page, in its setup: every earlier version held here is read, which the first page does not need.
 */
export function useUpgrades() {
  const { db } = useLaptop()
  const library = useLibrary()
  const mySkills = useMySkills()

  const { value: held, loading } = useLiveQuery(
    async () => {
      const used = (await usedCatalogues(db)).map(({ text, since }) => ({
        catalogue: JSON.parse(text) as Catalogue,
        since,
      }))
      const contents = await db.contents.toArray()
      const headers = new Map((await db.frameworks.toArray()).map((header) => [header.ref, header]))
      const imported = contents.map(({ ref, framework }) => ({
        framework,
        importedAt: headers.get(ref)?.importedAt ?? '',
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
}
