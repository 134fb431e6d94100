/** The lines of a long list that are drawn: from the first, up to and not including `to`. */
export interface Span {
  from: number
  to: number
}

/** Lines drawn beyond each edge, so that scrolling finds them there. */
const BEYOND = 3
/** A span begins at a multiple of this: lines come and go together, not each with a drawing of its own. */
export const STRIDE = 4

/**
 * What of `count` lines of `size` pixels to draw in a window of `length` pixels scrolled by `scrolled`. However far it
 * is scrolled a span has as many lines, so that what comes at one edge and goes at the other is one drawing.
 */
export function spanIn(count: number, size: number, scrolled: number, length: number): Span {
  const inWindow = Math.ceil(length / size) + 1
  const lines = upToStride(inWindow + 2 * BEYOND + STRIDE - 1)
  const first = Math.floor((Math.floor(scrolled / size) - BEYOND) / STRIDE) * STRIDE
  const from = Math.max(0, Math.min(first, upToStride(count) - lines))
  return { from, to: Math.min(count, from + lines) }
}

const upToStride = (lines: number) => Math.ceil(lines / STRIDE) * STRIDE

/** How far to scroll so that a line is wholly in the window; unchanged where it is already. */
export function scrolledTo(at: number, size: number, scrolled: number, length: number): number {
  if (at * size < scrolled) return at * size
  return Math.max(scrolled, (at + 1) * size - length)
}
