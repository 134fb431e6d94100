import * as v from 'valibot'
import { DaySchema } from '../../../contract/id'
import {
  EpsilonSchema,
  HeadcountSchema,
  KeepSchema,
  type Headcount,
  type Keep,
} from '../../../contract/period'
import type { Catalogue } from '../../../domain/catalogue'
import { DIVIDED_FROM } from '../../../domain/release/grid'
import { dayOf, daysAfter, periodIdFor } from '../period/days'
import { headcountsFrom, totalOf } from './headcounts'

/** A period as HR is about to open it. */
export interface OpeningDraft {
  id: string
  closes: string
  epsilon: 0.5 | 1
  keep: Keep
  headcounts: Headcount[]
}

const KEY = 'waymark-opening'
const WEEKS_OPEN = 3
/** Under this many posts the whole organisation is offered first: groups would be small and rough. */
const WHOLE_FIRST_UNDER = 400

const DraftSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.strictObject({
    id: v.string(),
    closes: DaySchema,
    epsilon: EpsilonSchema,
    keep: KeepSchema,
    headcounts: v.array(HeadcountSchema),
  }),
)

/** Sensible answers to begin with. `taken` are the ids of periods there were. */
export function freshDraft(
  catalogue: Catalogue | undefined,
  taken: readonly string[],
  now: Date,
): OpeningDraft {
  const today = dayOf(now)
  const headcounts = catalogue === undefined ? [] : headcountsFrom(catalogue)
  return {
    id: periodIdFor(today, taken),
    closes: daysAfter(today, WEEKS_OPEN * 7),
    epsilon: 1,
    keep: totalOf(headcounts) < WHOLE_FIRST_UNDER ? 'organisation' : 'families',
    headcounts,
  }
}

/** True where the organisation is large enough to be divided at all. */
export function canDivide(headcounts: readonly Headcount[]): boolean {
  return totalOf(headcounts) >= DIVIDED_FROM
}

/** What was being filled in before this tab was reloaded. */
export function keptDraft(storage: Pick<Storage, 'getItem'>): OpeningDraft | undefined {
  const read = v.safeParse(DraftSchema, storage.getItem(KEY))
  return read.success ? read.output : undefined
}

/** Keeps what is being filled in until this tab is closed; undefined lets go of it. */
export function keepDraft(storage: Pick<Storage, 'setItem' | 'removeItem'>, draft?: OpeningDraft): void {
  if (draft === undefined) storage.removeItem(KEY)
  else storage.setItem(KEY, JSON.stringify(draft))
}
