import { withinEachOthersRange, type Figure } from '../../../domain/release/figures'

/** First and last rank, from 1. */
export type Ranks = [first: number, last: number]

/** Where each of these, largest first, could stand if every figure were somewhere else in its range. */
export function possibleRanks(figures: readonly Figure[]): Ranks[] {
  return figures.map((one) => {
    const near = (other: Figure) => withinEachOthersRange(one, other)
    return [figures.findIndex(near) + 1, figures.findLastIndex(near) + 1]
  })
}

/** Each longest stretch of ranks, of these largest first, in which none can be told from any other. */
export function equalStretches(figures: readonly Figure[]): Ranks[] {
  const stretches: Ranks[] = []
  figures.forEach((first, start) => {
    let end = start
    while (end + 1 < figures.length && withinEachOthersRange(first, figures[end + 1]!)) end += 1
    if (end > start && end + 1 > (stretches.at(-1)?.[1] ?? 0)) stretches.push([start + 1, end + 1])
  })
  return stretches
}

const NAMED = 3

/** "Ranks 4 to 7 are within each other's range: treat them as equal." Undefined where every rank stands. */
export function equalInWords(figures: readonly Figure[]): string | undefined {
  const stretches = equalStretches(figures)
  const [first] = stretches
  if (first === undefined) return undefined
  if (first[0] === 1 && first[1] === figures.length) {
    return 'All of these are within each other’s range: treat them as equal.'
  }
  if (stretches.length > NAMED) {
    return 'Neighbours here are within each other’s range: the column “Could rank” says how far each might move.'
  }
  const [only, ...others] = stretches.map(([from, to]) => `${from} to ${to}`)
  if (others.length === 0) return `Ranks ${only} are within each other’s range: treat them as equal.`
  const rest = others.map((ranks) => `so are ${ranks}`).join(', and ')
  return `Ranks ${only} are within each other’s range, and ${rest}: treat each of these as equal.`
}
