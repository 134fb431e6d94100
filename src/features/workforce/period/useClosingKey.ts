import { computed, shallowRef } from 'vue'
import { forgetPeriodKeys, periodKeys } from '../../../database/periodKeys'
import { PERIOD_KEY_MAX_BYTES, PeriodKeyFault, readPeriodKey } from '../../../interchange/locked/periodKey'
import { useLaptop } from '../../../session/laptop'
import { useLiveQuery } from '../../../session/useLiveQuery'

/** The key that closes a period: kept in this browser since it was opened here, or in the file that HR picks. */
export function useClosingKey(period: () => { id: string; recipient?: string }) {
  const { db } = useLaptop()
  const { value: keys } = useLiveQuery(() => periodKeys(db))
  const kept = computed(() => keys.value?.find(({ recipient }) => recipient === period().recipient))
  /** The key this browser made for the period is not the one it runs with: perhaps somebody exchanged it. */
  const exchanged = computed(
    () => kept.value === undefined && keys.value?.some((key) => key.period === period().id),
  )
  const file = shallowRef<File>()

  /**
   * Undefined for a period that has no key.
   * @throws PeriodKeyFault, one sentence for the person.
   */
  async function identity(): Promise<string | undefined> {
    const { id, recipient } = period()
    if (recipient === undefined) return undefined
    if (kept.value !== undefined) return kept.value.identity
    if (file.value === undefined) throw new PeriodKeyFault('Choose the key file of this period first.')
    if (file.value.size > PERIOD_KEY_MAX_BYTES)
      throw new PeriodKeyFault('This is far larger than a key file.')
    return readPeriodKey(await file.value.text(), { period: id, recipient }).identity
  }

  const forget = () => forgetPeriodKeys(db, [period().id])
  return { kept, exchanged, file, identity, forget }
}
