import { onScopeDispose, shallowRef } from 'vue'

/** Too narrow for a map to be more than a peephole. */
const NARROW = '(max-width: 45rem)'

/** Whether the window is narrow, now and as it changes. */
export function useNarrow() {
  const media = matchMedia(NARROW)
  const narrow = shallowRef(media.matches)
  const follow = () => (narrow.value = media.matches)
  media.addEventListener('change', follow)
  onScopeDispose(() => media.removeEventListener('change', follow))
  return narrow
}
