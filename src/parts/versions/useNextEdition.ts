import { computed, shallowRef, watch, type Ref } from 'vue'
import { compareFrameworks } from '../../domain/difference/compare'
import type { Framework } from '../../domain/framework'
import { applyRenames } from '../../domain/renames/applyRenames'
import { proposeRenames, type RenameProposal } from '../../domain/renames/proposeRenames'

/** A framework's next edition held against the one that is here, with the renames that a person has confirmed. */
export function useNextEdition(earlier: Ref<Framework | undefined>, next: Ref<Framework>) {
  const confirmed = shallowRef<readonly RenameProposal[]>([])
  const proposals = computed(() =>
    earlier.value === undefined ? [] : proposeRenames(earlier.value, next.value),
  )
  watch(proposals, () => (confirmed.value = []))

  /** The next edition under the earlier ids; a sentence where two things would have one id. */
  const renamed = computed<Framework | string>(() => {
    try {
      return applyRenames(next.value, confirmed.value)
    } catch (reason) {
      return (reason as RangeError).message
    }
  })
  const fault = computed(() => (typeof renamed.value === 'string' ? renamed.value : undefined))
  const after = computed(() => (typeof renamed.value === 'string' ? next.value : renamed.value))
  const changes = computed(() =>
    earlier.value === undefined
      ? []
      : compareFrameworks(earlier.value, after.value).filter(
          // Every edition has another version, and says so by being one.
          (change) => change.kind !== 'framework-detail' || change.what !== 'version',
        ),
  )
  return { proposals, confirmed, fault, after, changes }
}
