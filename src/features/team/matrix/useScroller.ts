import { computed, onBeforeUnmount, onMounted, shallowRef, type ComputedRef, type Ref } from 'vue'
import { spanIn, type Span } from './span'

/** The fixed sizes of a table in pixels: whole ones, because browsers make table rows whole. */
export interface Sizes {
  row: number
  cell: number
  name: number
}

/**
 * What of a large table is in its window, both ways. While `all` holds everything is drawn, so that the browser
 * finds text in it; else what is near the window is.
 */
export function useScroller(
  scroller: Ref<HTMLElement | null>,
  counts: ComputedRef<{ rows: number; columns: number; all: boolean }>,
  sizes: ComputedRef<Sizes>,
) {
  const seen = shallowRef({ top: 0, left: 0, width: 0, height: 0 })
  let observer: ResizeObserver | undefined

  function look() {
    const box = scroller.value
    if (box === null) return
    const head = box.querySelector('thead')?.offsetHeight ?? 0
    seen.value = {
      top: box.scrollTop,
      left: box.scrollLeft,
      width: box.clientWidth - sizes.value.name,
      height: box.clientHeight - head,
    }
  }
  onMounted(() => {
    if (scroller.value === null) return
    observer = new ResizeObserver(look)
    observer.observe(scroller.value)
    look()
  })
  onBeforeUnmount(() => observer?.disconnect())

  const whole = (count: number): Span => ({ from: 0, to: count })
  /** Kept by value, so that a scroll that changes neither span draws nothing. */
  const rowSpan = computed<Span>((before) => {
    const { rows, all } = counts.value
    const span = all ? whole(rows) : spanIn(rows, sizes.value.row, seen.value.top, seen.value.height)
    return same(before, span)
  })
  const columnSpan = computed<Span>((before) => {
    const { columns, all } = counts.value
    const span = all ? whole(columns) : spanIn(columns, sizes.value.cell, seen.value.left, seen.value.width)
    return same(before, span)
  })
  return { seen, look, rowSpan, columnSpan }
}

function same(before: Span | undefined, now: Span): Span {
  return before !== undefined && before.from === now.from && before.to === now.to ? before : now
}
