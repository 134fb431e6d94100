import { computed, onMounted, shallowRef, type Ref } from 'vue'
import type { Member, Season } from '../../../domain/appraisal/appraisal'
import { PACK_PARTS, type PackPart } from '../../../domain/appraisal/fileRecord'
import { earlierAgreed, packed, PART_KINDS, type PackedAppraisal } from '../../../domain/appraisal/packed'
import { standingOf } from '../../../domain/appraisal/standing'
import type { Kind, Writes } from '../../../domain/appraisal/write'
import { useLaptop } from '../../../session/laptop'
import {
  draftFor,
  draftOfMine,
  packKeys,
  type PackDraft,
  type PackKeys,
  type Wish,
} from '../../../session/packs/draftPack'
import { useLiveQuery } from '../../../session/useLiveQuery'

/**
 * The pack as it would be now: mine, or the copy for a member. It is followed while anything it is made of changes,
 * and shown before anything is written.
 */
export function usePackDraft(
  season: Ref<Season>,
  parts: Ref<readonly PackPart[]>,
  member: Ref<Member | undefined>,
) {
  const { db } = useLaptop()
  const keys = shallowRef<PackKeys>()
  // Made when first asked for, which a query that is followed may not do.
  onMounted(async () => (keys.value = await packKeys(db)))

  const draftWith = (made: PackKeys, wish: Wish): Promise<PackDraft> =>
    member.value === undefined ? draftOfMine(db, made, wish) : draftFor(db, made, member.value, wish)

  /** Read afresh, with the parts that are asked for. */
  const draftNow = async (wish: Wish) => draftWith(await packKeys(db), wish)

  const { value: whole } = useLiveQuery(
    () =>
      keys.value === undefined
        ? undefined
        : draftWith(keys.value, { season: season.value, parts: PACK_PARTS }),
    { deps: [keys, season, member] },
  )

  const shown = computed<PackedAppraisal[]>(() =>
    whole.value === undefined ? [] : packed(whole.value.appraisals, season.value, parts.value),
  )
  /** How much there is of each part, whether or not it is ticked. */
  const amounts = computed(() => amountsIn(whole.value?.appraisals ?? [], season.value))

  return { whole, shown, amounts, draftNow }
}

function amountsIn(all: readonly PackedAppraisal[], season: Season): Record<PackPart, number> {
  const writes = all.find((one) => one.season === season)?.writes ?? {}
  const count = (part: keyof typeof PART_KINDS) => countOf(writes, PART_KINDS[part])
  return {
    ratings: count('ratings'),
    evidence: count('evidence'),
    targets: count('targets'),
    plan: count('plan'),
    conversation: count('conversation'),
    earlier: earlierAgreed(all, season).length,
  }
}

function countOf(writes: Writes, kinds: readonly Kind[]): number {
  return kinds.reduce((sum, kind) => sum + standingOf(writes, kind).size, 0)
}
