import { computed, onScopeDispose, shallowRef, watch, type Ref } from 'vue'

const STEPS = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2]
const WHOLE = STEPS.indexOf(1)

/** How large the map is drawn, in steps, by button, key or Ctrl and the wheel; the middle of what is seen stays. */
export function useZoom(pane: Readonly<Ref<HTMLElement | null>>) {
  const step = shallowRef(WHOLE)
  const zoom = computed(() => STEPS[step.value]!)

  function zoomTo(next: number) {
    const element = pane.value
    const to = Math.min(Math.max(next, 0), STEPS.length - 1)
    if (element === null || to === step.value) return
    const grown = STEPS[to]! / zoom.value
    const middle = {
      x: element.scrollLeft + element.clientWidth / 2,
      y: element.scrollTop + element.clientHeight / 2,
    }
    step.value = to
    requestAnimationFrame(() =>
      element.scrollTo({
        left: middle.x * grown - element.clientWidth / 2,
        top: middle.y * grown - element.clientHeight / 2,
        behavior: 'instant',
      }),
    )
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
    if (!event.ctrlKey) return
    event.preventDefault()
    zoomTo(step.value + (event.deltaY < 0 ? 1 : -1))
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
  onScopeDispose(() => stop())

  return {
    zoom,
    larger: () => zoomTo(step.value + 1),
    smaller: () => zoomTo(step.value - 1),
    whole: () => zoomTo(WHOLE),
    fit,
    largest: computed(() => step.value === STEPS.length - 1),
    smallest: computed(() => step.value === 0),
  }
}
