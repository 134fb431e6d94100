import { nextTick, shallowRef, type ComputedRef, type Ref } from 'vue'
import { scrolledTo, type Span } from './span'
import type { Sizes } from './useScroller'

/** Where the keyboard is: among the rows and columns, -1 for their names. */
export interface Place {
  at: number
  column: number
}

/** A row's first cell, after its name and the room of the columns that are not drawn. */
const FIRST = 2

interface Grid {
  scroller: Ref<HTMLElement | null>
  sizes: ComputedRef<Sizes>
  columnSpan: ComputedRef<Span>
  counts: ComputedRef<{ rows: number; columns: number }>
  /** Where a row stands among all that are drawn, groups' names included. */
  entryOf(at: number): number
  /** What to say of a place while the keyboard is there, and what its cell says by itself. */
  wholeName(place: Place): string | undefined
  ownName(place: Place): string | undefined
  look(): void
}

/**
 * The one tab stop of a grid and the arrow keys in it (WAI-ARIA Authoring Practices, "Grid"). A place that was
 * scrolled away from is not drawn: the keyboard then rests on the window of the table and comes back with the next
 * key.
 */
export function useGridFocus(grid: Grid) {
  const place = shallowRef<Place>({ at: 0, column: 0 })
  let holdsFocus = false
  let stop: HTMLElement | undefined

  function elementAt({ at, column }: Place): HTMLElement | undefined {
    const row = grid.scroller.value?.querySelector<HTMLTableRowElement>(`tr[data-at="${at}"]`)
    const { from, to } = grid.columnSpan.value
    if (!row || (column !== -1 && (column < from || column >= to))) return undefined
    const cell = row.cells[column === -1 ? 0 : column - from + FIRST]
    return cell?.querySelector('button') ?? cell
  }

  function placeOf(target: EventTarget | null): Place | undefined {
    const cell = (target as HTMLElement | null)?.closest?.<HTMLTableCellElement>('td, th')
    const row = cell?.closest<HTMLTableRowElement>('tr[data-at]')
    if (!cell || !row || cell.classList.contains('beyond')) return undefined
    const { from } = grid.columnSpan.value
    const column = cell.cellIndex === 0 ? -1 : cell.cellIndex - FIRST + from
    return { at: Number(row.dataset.at), column }
  }

  /** The nearest place there is; the corner between the names is none. */
  function within({ at, column }: Place): Place {
    const { rows, columns } = grid.counts.value
    const inside = {
      at: Math.max(-1, Math.min(rows - 1, at)),
      column: Math.max(-1, Math.min(columns - 1, column)),
    }
    return inside.at === -1 && inside.column === -1 ? { at: -1, column: 0 } : inside
  }

  /** Goes to a place, scrolling no further than it takes. */
  async function goTo(wanted: Place): Promise<void> {
    const { at, column } = (place.value = within(wanted))
    bringIntoView(at, column)
    grid.look()
    await nextTick()
    keepStop()
    stop?.focus({ preventScroll: true })
    bringWindowIntoView()
  }

  /** The page scrolls too, so that what the keyboard is at is neither below the screen nor under what sticks to it. */
  function bringWindowIntoView(): void {
    const box = grid.scroller.value
    const cell = stop?.getBoundingClientRect()
    if (box === null || cell === undefined) return
    const bottom = box.nextElementSibling?.getBoundingClientRect().top ?? innerHeight
    if (cell.top < 0 || cell.bottom > Math.min(bottom, innerHeight)) box.scrollIntoView({ block: 'start' })
  }

  function bringIntoView(at: number, column: number): void {
    const box = grid.scroller.value
    if (box === null) return
    const { row, cell, name } = grid.sizes.value
    const head = box.querySelector('thead')?.offsetHeight ?? 0
    if (at >= 0) box.scrollTop = scrolledTo(grid.entryOf(at), row, box.scrollTop, box.clientHeight - head)
    if (column >= 0) box.scrollLeft = scrolledTo(column, cell, box.scrollLeft, box.clientWidth - name)
  }

  function onFocusIn({ target }: FocusEvent): void {
    holdsFocus = true
    const found = placeOf(target)
    if (found === undefined) return
    place.value = found
    keepStop()
  }

  function onFocusOut({ target, relatedTarget }: FocusEvent): void {
    const found = placeOf(target)
    if (found !== undefined) sayOf(target as HTMLElement, grid.ownName(found))
    if (relatedTarget !== null) holdsFocus = grid.scroller.value?.contains(relatedTarget as Node) === true
    // A cell that is drawn away loses the focus too, and then the table still has the keyboard.
    else void nextTick(() => (holdsFocus = holdsFocus && !(target as Node).isConnected))
  }

  /** After each drawing: the tab stop is the place, else the window; and a focus that was drawn away rests there. */
  function keepStop(): void {
    const box = grid.scroller.value
    if (box === null) return
    place.value = samePlace(place.value, within(place.value))
    const element = elementAt(place.value)
    if (stop !== element) stop?.setAttribute('tabindex', '-1')
    if (element?.tabIndex !== 0) element?.setAttribute('tabindex', '0')
    stop = element
    const tabIndex = element === undefined ? 0 : -1
    if (box.tabIndex !== tabIndex) box.tabIndex = tabIndex
    if (document.activeElement === element) sayOf(element, grid.wholeName(place.value))
    else if (holdsFocus && document.activeElement === document.body) box.focus({ preventScroll: true })
  }

  function sayOf(element: HTMLElement | undefined, name: string | undefined): void {
    if (element?.tagName === 'TD' && name !== undefined) element.setAttribute('aria-label', name)
  }

  return { place, goTo, placeOf, onFocusIn, onFocusOut, keepStop }
}

function samePlace(before: Place, now: Place): Place {
  return before.at === now.at && before.column === now.column ? before : now
}
