import { useRoute, useRouter } from 'vue-router'

/**
 * Changes some of what the address asks for and nothing else: the page stays scrolled where it is, and Back leaves
 * the page. Undefined takes a word out of the address.
 */
export function useAddress() {
  const route = useRoute()
  const router = useRouter()
  return (change: Record<string, string | undefined>) =>
    router.replace({
      query: { ...route.query, ...change },
      hash: route.hash,
      // The router scrolls to what history remembers of a place; this has it remember the present.
      state: { scroll: { left: scrollX, top: scrollY } },
    })
}

/** The one value of a word in the address. */
export function oneOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
