import type { Figure, Share } from '../../../domain/release/figures'

/** `31 ± 6`; `0 to 7` where fewer than none would lie within the margin. */
export function plusMinus({ people, margin }: Figure): string {
  return people < margin ? `0 to ${people + margin}` : `${people} ± ${margin}`
}

/** `24 % ± 5`; `0 to 7 %` where fewer than none would lie within the margin. */
export function sharePlusMinus({ share, margin }: Share): string {
  const [percent, off] = [Math.round(share * 100), Math.ceil(margin * 100)]
  return percent < off ? `0 to ${percent + off} %` : `${percent} % ± ${off}`
}

/** What every figure is of. `replies` is to the nearest ten; the headcount is HR’s own, read with the list of periods. */
export function ofWhat(replies: number, headcount?: number): string {
  return headcount === undefined
    ? `Self-assessed; about ${replies} replied.`
    : `Self-assessed; ${replies} of ${headcount} replied.`
}

/** `4 to 7`, or `1`. */
export function ranksInWords([first, last]: readonly [number, number]): string {
  return first === last ? String(first) : `${first} to ${last}`
}
