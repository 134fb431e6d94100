import type { Appraisal, Season } from './appraisal'
import { confirmable } from './confirm'
import type { PackPart } from './fileRecord'
import type { Kind, Writes } from './write'

/** One season of a person's, as it travels. */
export type PackedAppraisal = Pick<Appraisal, 'season' | 'writes'>

/** Names, so that both sides know whose file it is. They are in every pack. */
const NAMES: readonly Kind[] = ['person', 'manager']

/** What was agreed, and all that a confirmation is of: an earlier appraisal without who first gave which level. */
const AGREED: readonly Kind[] = [
  'agreed',
  'comment',
  'objective',
  'action',
  'summary',
  'meeting',
  'confirmed',
]

/** What each part of this season's appraisal is. */
export const PART_KINDS: Readonly<Record<Exclude<PackPart, 'earlier'>, readonly Kind[]>> = {
  ratings: ['own'],
  evidence: ['evidence'],
  targets: ['target'],
  plan: ['plan', 'certificate'],
  conversation: ['given', 'opened', ...AGREED],
}

/** What goes into a pack: of one season the parts that are ticked, and of the others, where ticked, what was agreed. */
export function packed(
  appraisals: readonly PackedAppraisal[],
  season: Season,
  parts: readonly PackPart[],
): PackedAppraisal[] {
  const kinds = new Set(NAMES)
  for (const part of parts) if (part !== 'earlier') for (const kind of PART_KINDS[part]) kinds.add(kind)
  const now = appraisals.find((appraisal) => appraisal.season === season)
  const earlier = parts.includes('earlier') ? earlierAgreed(appraisals, season) : []
  return [
    { season, writes: only(now?.writes ?? {}, kinds) },
    ...earlier.map((appraisal) => ({
      season: appraisal.season,
      writes: only(appraisal.writes, new Set([...NAMES, ...AGREED])),
    })),
  ]
}

/** Appraisals of other seasons in which anything was agreed. */
export function earlierAgreed<A extends PackedAppraisal>(appraisals: readonly A[], season: Season): A[] {
  return appraisals.filter(
    (appraisal) => appraisal.season !== season && confirmable(appraisal.writes).length > 0,
  )
}

function only(writes: Writes, kinds: ReadonlySet<Kind>): Writes {
  return Object.fromEntries(Object.entries(writes).filter(([, { kind }]) => kinds.has(kind)))
}
