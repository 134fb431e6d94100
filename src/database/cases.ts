import type { Id } from '../domain/id'
import type { RoleCase } from '../domain/roleCase'
import type { WaymarkDatabase } from './database'

const EMPTY = { opening: '', order: [], words: {} }

/** The case for a role; undefined until something is said for it. */
export async function roleCase(db: WaymarkDatabase, role: Id): Promise<RoleCase | undefined> {
  return db.cases.get(role)
}

/** Changes the case as it is stored, so that a word typed in another tab stays, and resolves once durable. */
export async function changeCase(
  db: WaymarkDatabase,
  role: Id,
  change: (before: RoleCase) => Partial<Pick<RoleCase, 'opening' | 'order' | 'words'>>,
  changedAt: string,
): Promise<void> {
  await db.transaction('rw', db.cases, async () => {
    const before = (await db.cases.get(role)) ?? { role, ...EMPTY, changedAt }
    await db.cases.put({ ...before, ...change(before), changedAt })
  })
}
