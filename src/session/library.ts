import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { takeLatestCatalogue } from '../database/catalogues'
import type { FrameworkHeader, StoredCatalogue } from '../database/database'
import { frameworkHeaders } from '../database/frameworks'
import type { Catalogue } from '../domain/catalogue'
import { frameworkRef, type Framework } from '../domain/framework'
import type { Id } from '../domain/id'
import type { RoleProfile } from '../domain/role'
import type { Skill } from '../domain/skill'
import { useLaptop } from './laptop'
import { useLiveQuery } from './useLiveQuery'

export interface FoundSkill {
  skill: Skill
  framework: Framework
}

export interface FoundRole {
  role: RoleProfile
  framework: Framework
}

/**
 * What this laptop has to choose from: the published catalogue and the latest edition of each framework
 * imported here that the catalogue does not hold itself. Both are immutable once stored, so each is read once and
 * kept. Earlier editions stay in the database for the ratings made on them (`useUpgrades`).
 */
export const useLibrary = defineStore('library', () => {
  const { db } = useLaptop()
  // Read when opened, not live: a new catalogue never changes things under a person's hands.
  const stored = shallowRef<StoredCatalogue>()
  const headers = useLiveQuery(() => frameworkHeaders(db)).value
  const imported = shallowRef<Framework[]>([])
  /** False until the catalogue and every imported framework have been read. */
  const ready = shallowRef(false)
  /** A sentence for the person when there is no catalogue to be had. */
  const failure = shallowRef<string>()

  const catalogue = computed<Catalogue | undefined>(() => parseCatalogue(stored.value))
  const catalogueVersion = computed(() => stored.value?.version)
  const frameworks = computed<Framework[]>(() => [...(catalogue.value?.frameworks ?? []), ...imported.value])

  watch([headers, stored], async ([all, current]) => {
    if (all === undefined || current === undefined) return
    const refs = toChooseFrom(all, catalogue.value)
    const known = new Map(imported.value.map((framework) => [frameworkRef(framework), framework]))
    const missing = refs.filter((ref) => !known.has(ref))
    for (const content of await db.contents.bulkGet(missing)) {
      if (content !== undefined) known.set(content.ref, content.framework)
    }
    imported.value = refs.flatMap((ref) => known.get(ref) ?? [])
    ready.value = true
  })

  /** Takes the latest catalogue into use. */
  async function open(): Promise<void> {
    stored.value = await takeLatestCatalogue(db, new Date().toISOString())
  }

  const skills = computed(() => {
    const found = new Map<Id, FoundSkill>()
    for (const framework of frameworks.value) {
      for (const skill of framework.skills) found.set(skill.id, { skill, framework })
    }
    return found
  })

  const roles = computed(() => {
    const found = new Map<Id, FoundRole>()
    for (const framework of frameworks.value) {
      for (const role of framework.roles) found.set(role.id, { role, framework })
    }
    return found
  })

  return { ready, failure, open, catalogue, catalogueVersion, frameworks, skills, roles }
})

/** The stored text was checked by its schema when it was received, so it is trusted here. */
function parseCatalogue(stored: StoredCatalogue | undefined): Catalogue | undefined {
  return stored === undefined ? undefined : (JSON.parse(stored.text) as Catalogue)
}

/** The latest edition of each imported framework, unless the catalogue brings it. `headers` stand newest first. */
function toChooseFrom(headers: readonly FrameworkHeader[], catalogue: Catalogue | undefined): string[] {
  const seen = new Set(catalogue?.frameworks.map(({ key }) => key))
  const latest = headers.filter(({ key }) => {
    const isFirst = !seen.has(key)
    seen.add(key)
    return isFirst
  })
  return latest.map(({ ref }) => ref).sort()
}
