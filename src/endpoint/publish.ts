import { CatalogueSchema } from '../contract/catalogue'
import type { Catalogue } from '../domain/catalogue'
import { catalogueProblems } from '../domain/catalogueProblems'
import type { Deps } from './deps'
import { versionOf } from './digest'
import { readJson, readText } from './readJson'
import { Refusal } from './refusal'
import { catalogueOf, currentCatalogue, storeCatalogue, type StoredCatalogue } from './store/catalogues'

/** The catalogue now published, or an earlier one. */
export async function readCatalogue(version: string | undefined, { store }: Deps): Promise<StoredCatalogue> {
  const found =
    version === undefined ? await currentCatalogue(store.db) : await catalogueOf(store.db, version)
  if (found === undefined) throw new Refusal('not-found', 'There is no such catalogue')
  return found
}

/**
 * Stores a catalogue byte for byte and publishes it. `basedOn` is the version it was made from: refused
 * `precondition` where missing, `stale` where another was published meanwhile, `malformed` where its parts
 * do not fit together. Publishing the current one again changes nothing.
 */
export async function publishCatalogue(
  bytes: Uint8Array,
  basedOn: string | undefined,
  deps: Deps,
): Promise<string> {
  if (basedOn === undefined) throw new Refusal('precondition')
  const catalogue = readPublishable(bytes)
  await deps.store.change(async (db) => {
    const current = await currentCatalogue(db)
    if (current?.version === catalogue.version) return
    if (current !== undefined && current.version !== basedOn) throw new Refusal('stale')
    await storeCatalogue(db, catalogue)
  })
  deps.log({ event: 'catalogue published', catalogue: catalogue.version })
  return catalogue.version
}

/** Publishes the built-in catalogue where there is none yet; afterwards the endpoint's own always wins. */
export async function seedCatalogue(bytes: Uint8Array, { store }: Deps): Promise<void> {
  await store.change(async (db) => {
    if ((await currentCatalogue(db)) === undefined) await storeCatalogue(db, readPublishable(bytes))
  })
}

/** The catalogue a period pins, which was checked when it was published. */
export async function pinnedCatalogue(version: string, deps: Deps): Promise<Catalogue> {
  return JSON.parse((await readCatalogue(version, deps)).body) as Catalogue
}

function readPublishable(bytes: Uint8Array): StoredCatalogue {
  const body = readText(bytes)
  const [problem] = catalogueProblems(readJson(CatalogueSchema, body))
  if (problem !== undefined) throw new Refusal('malformed', `${problem.where}: ${problem.what}`)
  return { version: versionOf(bytes), body }
}
