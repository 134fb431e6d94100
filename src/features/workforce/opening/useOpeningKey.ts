import { computed, shallowRef, watch } from 'vue'
import type { PeriodKey } from '../../../contract/periodKey'
import { periodKeys, putPeriodKey } from '../../../database/periodKeys'
import { makeKey } from '../../../interchange/locked/lock'
import { periodKeyText } from '../../../interchange/locked/periodKey'
import { useLaptop } from '../../../session/laptop'
import { notSaved } from '../../../session/notSaved'
import { saveFile } from '../../../ui/saveFile'

/** The file is saved twice, to two places. */
export type Copy = 'first' | 'second'

/**
 * The key of the period that is about to be opened. It is made at the first save and kept in this browser before
 * anything is sent, so that no period can ever be open whose key was lost on the way. Another name, another key.
 */
export function useOpeningKey(period: () => string) {
  const { db } = useLaptop()
  const key = shallowRef<PeriodKey>()
  const saved = shallowRef<readonly Copy[]>([])
  const trouble = shallowRef<string>()

  watch(period, () => {
    key.value = undefined
    saved.value = []
  })

  async function keyFor(id: string): Promise<PeriodKey> {
    const kept = (await periodKeys(db)).find((one) => one.period === id)
    if (kept !== undefined) return kept
    const pair = await makeKey()
    const { recipient, identity } = pair
    const madeAt = new Date().toISOString()
    const made: PeriodKey = { waymark: 'period-key', v: 1, period: id, recipient, identity, madeAt }
    await putPeriodKey(db, made)
    return made
  }

  async function save(copy: Copy) {
    trouble.value = undefined
    const id = period()
    try {
      const made = key.value ?? (await keyFor(id))
      if (period() !== id) return
      key.value = made
      const name = copy === 'first' ? `waymark-key-${id}.json` : `waymark-key-${id}-second.json`
      saveFile(name, periodKeyText(made), 'application/json')
      saved.value = [...saved.value.filter((one) => one !== copy), copy]
    } catch (reason) {
      trouble.value = notSaved(reason)
    }
  }

  /** What the period is opened with, once the key was saved twice. */
  const recipient = computed(() => (saved.value.length === 2 ? key.value?.recipient : undefined))
  return { saved, trouble, recipient, save }
}
