import { nextTick, watch, type Ref } from 'vue'
import { useRoute } from 'vue-router'

/** Brings what the address points at into view once it is drawn, and lets the keyboard go on from there. */
export function useHashPlace(drawn: Ref<boolean>): void {
  const route = useRoute()
  watch(
    [() => route.hash, drawn],
    async ([hash, isDrawn]) => {
      if (!isDrawn || hash === '') return
      await nextTick()
      const place = document.getElementById(hash.slice(1))
      place?.scrollIntoView({ block: 'center' })
      place?.focus({ preventScroll: true })
    },
    { immediate: true, flush: 'post' },
  )
}
