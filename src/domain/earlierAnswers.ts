import type { Rating } from './assessment'

/**
 * The answers kept beside a skill's present one, latest first, once `now` took the place of `was`. An answer
 * given on another wording is kept, so that what was said then can be read in the words of then; an answer on
 * the same wording gives way. One that is taken up again by undo is not kept twice.
 */
export function earlierAfter(
  earlier: readonly Rating[],
  was: Rating | undefined,
  now: Rating | undefined,
): Rating[] {
  const others = earlier.filter(({ at, on }) => at !== now?.at || on !== now.on)
  const reworded = was !== undefined && now !== undefined && was.on !== now.on
  // Undo goes back in time, and what it takes back was never said.
  return reworded && was.at <= now.at ? [was, ...others] : others
}
