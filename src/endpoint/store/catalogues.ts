import { setSetting, setting } from './settings'
import type { Db } from './tables'

export interface StoredCatalogue {
  version: string
  body: string
}

/** The catalogue now published; undefined before the first. */
export async function currentCatalogue(db: Db): Promise<StoredCatalogue | undefined> {
  const version = await setting(db, 'catalogue')
  return version === undefined ? undefined : catalogueOf(db, version)
}

export async function catalogueOf(db: Db, version: string): Promise<StoredCatalogue | undefined> {
  return db.selectFrom('catalogues').selectAll().where('version', '=', version).executeTakeFirst()
}

/** Stores the text and makes it the current one; earlier ones stay. */
export async function storeCatalogue(db: Db, catalogue: StoredCatalogue): Promise<void> {
  await db
    .insertInto('catalogues')
    .values(catalogue)
    .onConflict((conflict) => conflict.column('version').doNothing())
    .execute()
  await setSetting(db, 'catalogue', catalogue.version)
}
