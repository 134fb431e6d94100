import { computed, shallowRef, watch, type ComputedRef } from 'vue'

const FIRST = 50

/** The first rows of a list, all of them once asked for, so that no page waits for a long table to be drawn. */
export function useFirst<Row>(rows: () => readonly Row[], keyOf: (row: Row) => string) {
  const all = shallowRef(false)
  const shown: ComputedRef<readonly Row[]> = computed(() => (all.value ? rows() : rows().slice(0, FIRST)))
  // Another list begins at its beginning; the same one with a new level stays as it was opened.
  watch(
    () => rows().map(keyOf).join(' '),
    () => (all.value = false),
  )
  return { shown, showAll: () => (all.value = true) }
}
