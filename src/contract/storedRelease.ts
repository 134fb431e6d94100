import * as v from 'valibot'
import { PublishedSchema, ReleaseSchema, UnpublishedSchema, type Counts, type Release } from './release'

const FourCountsSchema = v.tuple([v.number(), v.number(), v.number(), v.number()])
/** [short, meets, able, other] */
type FourCounts = v.InferOutput<typeof FourCountsSchema>

/** Releases made before version 2: four counts for each skill, which sum to the replies, and no count of those. */
const FirstVersionSchema = v.variant('published', [
  v.strictObject({
    ...v.omit(PublishedSchema, ['replied', 'repliedInAll']).entries,
    v: v.literal(1),
    counts: v.array(v.array(FourCountsSchema)),
    totals: v.array(FourCountsSchema),
  }),
  v.strictObject({ ...UnpublishedSchema.entries, v: v.literal(1) }),
])
type FirstVersion = v.InferOutput<typeof FirstVersionSchema>

/** A release as any version of Waymark may have kept it, read as this version has it. */
export const StoredReleaseSchema = v.union([
  ReleaseSchema,
  v.pipe(FirstVersionSchema, v.transform(asSecondVersion)),
])

/**
 * Short and able are what they were. Replies are what each skill's four counts sum to, on average: with four skills or
 * more at least as sure as the one draw they have now.
 */
function asSecondVersion(release: FirstVersion): Release {
  if (!release.published) return { ...release, v: 2 }
  const { counts, totals } = release
  return {
    ...release,
    v: 2,
    counts: counts.map((row) => row.map(shortAndAble)),
    totals: totals.map(shortAndAble),
    replied: counts.map(meanSum),
    repliedInAll: meanSum(totals),
  }
}

function shortAndAble([short, , able]: FourCounts): Counts {
  return [short, able]
}

function meanSum(row: readonly FourCounts[]): number {
  const sum = row.flat().reduce((people, count) => people + count, 0)
  return Math.round(sum / Math.max(1, row.length))
}
