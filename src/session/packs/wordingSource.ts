import { usedCatalogues } from '../../database/catalogues'
import type { WaymarkDatabase } from '../../database/database'
import type { Catalogue } from '../../domain/catalogue'
import { frameworkRef, type Framework } from '../../domain/framework'
import type { WordingSource } from '../../domain/appraisal/wording'

/**
 * Where the words of skills are found on this laptop: in the frameworks in use, in editions of them that were in
 * use before (read only where one of `refs` is not among the first), and in what was kept with appraisals.
 */
export async function wordingSource(
  db: WaymarkDatabase,
  inUse: readonly Framework[],
  refs: readonly string[],
): Promise<WordingSource> {
  const frameworks = byRef(inUse)
  const missing = refs.filter((ref) => !frameworks.has(ref))
  for (const [ref, framework] of byRef(missing.length === 0 ? [] : await earlierEditions(db, missing)))
    if (!frameworks.has(ref)) frameworks.set(ref, framework)
  const kept = new Map((await db.wordings.toArray()).map((wording) => [wording.ref, wording]))
  const now = new Map(inUse.flatMap((one) => one.skills.map(({ id }) => [id, frameworkRef(one)] as const)))
  return {
    framework: (ref) => frameworks.get(ref),
    kept: (ref) => kept.get(ref),
    now: (skill) => now.get(skill),
  }
}

function byRef(frameworks: readonly Framework[]): Map<string, Framework> {
  return new Map(frameworks.map((framework) => [frameworkRef(framework), framework]))
}

async function earlierEditions(db: WaymarkDatabase, refs: readonly string[]): Promise<Framework[]> {
  const imported = (await db.contents.bulkGet([...refs])).flatMap((content) => content?.framework ?? [])
  if (imported.length === refs.length) return imported
  const published = (await usedCatalogues(db)).flatMap(
    ({ text }) => (JSON.parse(text) as Catalogue).frameworks,
  )
  return [...imported, ...published]
}
