import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { TeamView } from '../../../domain/team/view'
import { readView, writeView } from './viewAddress'

/** The view that the address holds, and how to change it: back goes to the view before. */
export function useTeamView() {
  const route = useRoute()
  const router = useRouter()
  const view = computed(() => readView(route.query))
  /** Typing goes on in the same address: nobody wants to go back letter by letter. */
  function change(to: Partial<TeamView>, typing = false): void {
    const query = writeView({ ...view.value, ...to })
    void (typing ? router.replace({ query }) : router.push({ query }))
  }
  return { view, change }
}
