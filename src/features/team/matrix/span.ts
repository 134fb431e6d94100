/** The lines of a long list that are drawn: from the first, up to and not including `to`. */
export interface Span {
  from: number
  to: number
}

/** Lines drawn beyond each edge, so that scrolling finds them there. */
const BEYOND = 8
/** A span begins and ends at a multiple of this, so that not every line scrolled draws anew. */
const STRIDE = 4

/** What of `count` lines of `size` pixels to draw in a window of `length` pixels scrolled by `scrolled`. */
export function spanIn(count: number, size: number, scrolled: number, length: number): Span {
  const first = Math.floor(scrolled / size) - BEYOND
  const last = Math.ceil((scrolled + length) / size) + BEYOND
  const from = Math.max(0, Math.floor(first / STRIDE) * STRIDE)
  return { from: Math.min(from, count), to: Math.min(count, Math.ceil(last / STRIDE) * STRIDE) }
}

/** How far to scroll so that a line is wholly in the window; unchanged where it is already. */
export function scrolledTo(at: number, size: number, scrolled: number, length: number): number {
  if (at * size < scrolled) return at * size
  return Math.max(scrolled, (at + 1) * size - length)
}
