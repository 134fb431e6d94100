import { computed, shallowRef, watch, type Ref } from 'vue'

/** True from the first time that `source` is: a dialog that few open is loaded when it first is, and then stays. */
export function useOnce(source: Ref<boolean>): Ref<boolean> {
  const been = shallowRef(source.value)
  const stop = watch(
    source,
    (now) => {
      if (!now) return
      been.value = true
      stop()
    },
    { flush: 'sync' },
  )
  return computed(() => been.value)
}
