import { onScopeDispose, watch, type Ref } from 'vue'

/** Less than this is a click with an unsteady hand. */
const DRAG_PX = 6

/** Lets a mouse drag what an element scrolls; a finger scrolls it by itself, and keys and bars work as ever. */
export function usePan(element: Readonly<Ref<HTMLElement | null>>): void {
  let stop = () => {}
  watch(
    element,
    (pane) => {
      stop()
      if (pane) stop = panning(pane)
    },
    { immediate: true, flush: 'post' },
  )
  onScopeDispose(() => stop())
}

function panning(pane: HTMLElement): () => void {
  const listening = new AbortController()
  const { signal } = listening
  let from: { x: number; y: number; left: number; top: number } | undefined
  let dragged = false

  pane.addEventListener(
    'pointerdown',
    ({ pointerType, button, clientX, clientY }) => {
      if (pointerType !== 'mouse' || button !== 0) return
      from = { x: clientX, y: clientY, left: pane.scrollLeft, top: pane.scrollTop }
      dragged = false
    },
    { signal },
  )
  window.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      if (from === undefined) return
      const [x, y] = [clientX - from.x, clientY - from.y]
      if (!dragged && Math.hypot(x, y) < DRAG_PX) return
      dragged = true
      pane.scrollTo({ left: from.left - x, top: from.top - y, behavior: 'instant' })
    },
    { signal },
  )
  window.addEventListener('pointerup', () => (from = undefined), { signal })
  // The end of a drag over a card is no click on it.
  pane.addEventListener(
    'click',
    (event) => {
      if (!dragged) return
      event.preventDefault()
      event.stopPropagation()
      dragged = false
    },
    { signal, capture: true },
  )
  pane.addEventListener('dragstart', (event) => event.preventDefault(), { signal })
  return () => listening.abort()
}
