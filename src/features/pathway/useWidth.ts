import { computed, onScopeDispose, shallowRef } from 'vue'

/** Too narrow for a map to be more than a peephole. */
const NARROW = '(max-width: 45rem)'
/** Too narrow for two columns. */
const SINGLE = '(max-width: 75rem)'

/** How wide the window is, now and as it changes: narrow, room for one wide column, or for two. */
export function useWidth() {
  const [narrow, single] = [matching(NARROW), matching(SINGLE)]
  return computed(() => (narrow.value ? 'narrow' : single.value ? 'one column' : 'two columns'))
}

function matching(query: string) {
  const media = matchMedia(query)
  const matches = shallowRef(media.matches)
  const follow = () => (matches.value = media.matches)
  media.addEventListener('change', follow)
  onScopeDispose(() => media.removeEventListener('change', follow))
  return matches
}
