import { keepCatalogue, latestCatalogue } from '../database/catalogues'
import { WaymarkDatabase } from '../database/database'
import { recordFile } from '../database/files'
import { appraisalKey, laptopKey } from '../database/laptopKeys'
import { setNote } from '../database/notes'
import { ME } from '../database/people'
import { keepWordings } from '../database/wordings'
import { wordingOf } from '../domain/appraisal/wording'
import type { Catalogue } from '../domain/catalogue'
import { seededBytes } from '../domain/release/seeded'
import { sampleService, type SampleService } from '../domain/sampleService'
import { sampleTeam } from '../domain/sampleTeam'
import { chooseSample, databaseName } from './laptop'

const SEED = 24

/**
 * Makes the sample county afresh, in a database of its own, from the catalogue on this
 * laptop. Takes effect when the page is loaded again; nothing of the person's is touched.
 */
export async function enterSample(db: WaymarkDatabase, storage: Storage, now: Date): Promise<void> {
  const stored = await latestCatalogue(db)
  if (stored === undefined) throw new Error('There is no catalogue yet to make a sample county from')
  const catalogue = JSON.parse(stored.text) as Catalogue
  const service = sampleService(catalogue, { owner: ME, now, bytes: seededBytes(SEED) })
  chooseSample(storage, true)
  const sample = new WaymarkDatabase(databaseName(storage))
  try {
    await sample.transaction('rw', sample.tables, async () => {
      for (const table of sample.tables) await table.clear()
      await keepCatalogue(sample, stored)
      await sample.people.bulkPut(service.people)
      await sample.assessments.bulkPut(service.assessments)
      await putTeam(sample, catalogue, service, now)
      await setNote(sample, 'toldAboutStorage', true)
    })
  } catch (reason) {
    chooseSample(storage, false)
    throw reason
  } finally {
    sample.close()
  }
}

/** The sample's owner manages the others. */
async function putTeam(sample: WaymarkDatabase, catalogue: Catalogue, service: SampleService, now: Date) {
  const [manager, laptop] = [await appraisalKey(sample), await laptopKey(sample)]
  const team = sampleTeam(catalogue, service, { manager, laptop, now, bytes: seededBytes(SEED) })
  await sample.members.bulkPut(team.members)
  await sample.appraisals.bulkPut(team.appraisals)
  for (const file of team.files) await recordFile(sample, file)
  const spokenOf = new Set(
    team.appraisals.flatMap(({ writes }) => Object.values(writes).map(({ key }) => key.split('/').at(-1)!)),
  )
  await keepWordings(
    sample,
    catalogue.frameworks.map((framework) => wordingOf(framework, spokenOf)),
  )
}
