import { eraseDatabase } from '../database/open'
import { chooseSample, type Laptop } from './laptop'

/** Removes the sample county from this laptop. Takes effect when the page is loaded again. */
export async function leaveSample({ db, sample }: Laptop, storage: Storage): Promise<void> {
  if (!sample) return
  chooseSample(storage, false)
  await eraseDatabase(db)
}
