import { computed, nextTick, onScopeDispose, shallowRef, watch, type Ref } from 'vue'

const STEPS = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2]
const WHOLE = STEPS.indexOf(1)
/** The wheel has stopped turning once it was still for so long. */
const STILL_MS = 150

interface Point {
  x: number
  y: number
}

/**
 * How large the map is drawn, in steps, by button, key or Ctrl and the wheel. What is in the middle stays there, or
 * what is under the mouse. While the wheel turns the drawing is only stretched, which every frame has time for; it is
 * drawn anew, sharp, once the wheel is still.
 */
export function useZoom(pane: Readonly<Ref<HTMLElement | null>>) {
  const asked = shallowRef(WHOLE)
  const drawn = shallowRef(WHOLE)
  const sizeOf = (step: Readonly<Ref<number>>) => STEPS[step.value]!
  const zoom = computed(() => sizeOf(drawn))
  let still: ReturnType<typeof setTimeout> | undefined
  let held: Point | undefined

  const within = (step: number) => Math.min(Math.max(step, 0), STEPS.length - 1)

  function zoomTo(step: number) {
    asked.value = within(step)
    held = undefined
    void draw()
  }

  /** Draws the map at the size asked for, with the point held where it is. */
  async function draw() {
    clearTimeout(still)
    const element = pane.value
    if (element === null) return
    const grown = sizeOf(asked) / zoom.value
    const { x, y } = held ?? middleOf(element)
    const at = { x: (element.scrollLeft + x) * grown - x, y: (element.scrollTop + y) * grown - y }
    held = undefined
    drawn.value = asked.value
    await nextTick()
    Object.assign(mapIn(element).style, { transform: '', willChange: '' })
    element.scrollTo({ left: at.x, top: at.y, behavior: 'instant' })
  }

  function stretch(element: HTMLElement) {
    const { x, y } = held ?? middleOf(element)
    Object.assign(mapIn(element).style, {
      transform: `scale(${sizeOf(asked) / zoom.value})`,
      transformOrigin: `${element.scrollLeft + x}px ${element.scrollTop + y}px`,
      willChange: 'transform',
    })
  }

  /** As large as still shows all of it across, where any step does. */
  function fit() {
    const element = pane.value
    if (element === null) return
    const whole = element.scrollWidth / zoom.value
    const fitting = STEPS.findLastIndex((each) => each * whole <= element.clientWidth)
    zoomTo(Math.max(fitting, 0))
  }

  function byWheel(event: WheelEvent) {
    if (!event.ctrlKey || pane.value === null) return
    event.preventDefault()
    const { left, top } = pane.value.getBoundingClientRect()
    held ??= { x: event.clientX - left, y: event.clientY - top }
    asked.value = within(asked.value + (event.deltaY < 0 ? 1 : -1))
    stretch(pane.value)
    clearTimeout(still)
    still = setTimeout(() => void draw(), STILL_MS)
  }

  let stop = () => {}
  watch(
    pane,
    (element) => {
      stop()
      element?.addEventListener('wheel', byWheel, { passive: false })
      stop = () => element?.removeEventListener('wheel', byWheel)
    },
    { immediate: true, flush: 'post' },
  )
  onScopeDispose(() => {
    stop()
    clearTimeout(still)
  })

  return {
    zoom,
    percent: computed(() => Math.round(sizeOf(asked) * 100)),
    larger: () => zoomTo(asked.value + 1),
    smaller: () => zoomTo(asked.value - 1),
    whole: () => zoomTo(WHOLE),
    fit,
    largest: computed(() => asked.value === STEPS.length - 1),
    smallest: computed(() => asked.value === 0),
  }
}

function middleOf({ clientWidth, clientHeight }: HTMLElement): Point {
  return { x: clientWidth / 2, y: clientHeight / 2 }
}

const mapIn = (pane: HTMLElement) => pane.firstElementChild as HTMLElement
