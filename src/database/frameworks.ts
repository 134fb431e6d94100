import { type Framework, frameworkRef } from '../domain/framework'
import type { FrameworkHeader, WaymarkDatabase } from './database'

/** Where a framework came from, as its header shows it. */
export type Origin = Pick<FrameworkHeader, 'files' | 'importedAt'>

/**
 * Keeps an imported framework, whole or not at all, and resolves once it is durable. The
 * same version again changes nothing, not even the date: its ref is made of its content.
 */
export async function saveFramework(
  db: WaymarkDatabase,
  framework: Framework,
  { files, importedAt }: Origin,
): Promise<'added' | 'already here'> {
  const ref = frameworkRef(framework)
  const { key, version, title, licence } = framework
  return db.transaction('rw', db.frameworks, db.contents, async () => {
    if ((await db.frameworks.get(ref)) !== undefined) return 'already here'
    const counts = frameworkCounts(framework)
    await db.frameworks.add({ ref, key, version, title, licence, importedAt, files, counts })
    await db.contents.add({ ref, framework })
    return 'added'
  })
}

/** The frameworks imported on this laptop, newest first, without their content. */
export async function frameworkHeaders(db: WaymarkDatabase): Promise<FrameworkHeader[]> {
  const headers = await db.frameworks.toArray()
  return headers.sort((a, b) => b.importedAt.localeCompare(a.importedAt))
}

export async function readFramework(db: WaymarkDatabase, ref: string): Promise<Framework | undefined> {
  return (await db.contents.get(ref))?.framework
}

export type Removal = { removed: true } | { removed: false; why: string }

/**
 * Takes a framework off this laptop, unless somebody's role or target is in it and in no
 * other version kept here. Ratings of its skills stay, so importing it again finds them.
 */
export async function removeFramework(db: WaymarkDatabase, ref: string): Promise<Removal> {
  return db.transaction('rw', db.frameworks, db.contents, db.people, async () => {
    const framework = await readFramework(db, ref)
    if (framework === undefined) return { removed: true }
    const why = await reasonToKeep(db, framework)
    if (why !== undefined) return { removed: false, why }
    await db.frameworks.delete(ref)
    await db.contents.delete(ref)
    return { removed: true }
  })
}

async function reasonToKeep(db: WaymarkDatabase, framework: Framework): Promise<string | undefined> {
  const others = await db.contents.where('ref').notEqual(frameworkRef(framework)).toArray()
  const elsewhere = new Set(others.flatMap((other) => other.framework.roles.map(({ id }) => id)))
  const onlyHere = new Map(
    framework.roles.filter(({ id }) => !elsewhere.has(id)).map((role) => [role.id, role]),
  )
  for (const { role, target } of await db.people.toArray()) {
    const held = onlyHere.get(role ?? '')
    if (held !== undefined)
      return `The role “${held.name}” is held on this laptop. Choose another role first.`
    const aimed = onlyHere.get(target ?? '')
    if (aimed !== undefined)
      return `The role “${aimed.name}” is aimed for on this laptop. Choose another target first.`
  }
  return undefined
}

/** How much a framework holds, by the words a list shows. */
export function frameworkCounts({ families, roles, skills }: Framework): Record<string, number> {
  return {
    families: families.length,
    roles: roles.length,
    skills: skills.length,
    descriptors: skills.reduce((sum, { descriptors }) => sum + descriptors.length, 0),
    requirements: roles.reduce((sum, { requirements }) => sum + requirements.length, 0),
  }
}
