import { computed, onMounted, shallowRef } from 'vue'
import { setNote } from '../../database/notes'
import { keepJoinCode } from '../../outbox/joinCode'
import { dismissRefused, queueSummary, queueWithdrawal } from '../../outbox/queue'
import { addresseeOf } from '../../outbox/seal'
import { hurry } from '../../outbox/startDraining'
import { hasClosed, type SharingAs } from '../../outbox/summary'
import { useLaptop } from '../../session/laptop'
import { useLiveQuery } from '../../session/useLiveQuery'
import { periodsOver } from './periodsOver'
import { phaseOf } from './phase'
import { sharingPicture } from './sharingPicture'

/** What the Sharing page shows and does. Nothing is asked of the service until sharing is turned on. */
export function useSharing() {
  const { db, sample } = useLaptop()
  const possible = !sample && window.isSecureContext
  const picture = useLiveQuery(() => sharingPicture(db)).value
  const asking = shallowRef(false)
  /** Why the service could not say which period is open. */
  const trouble = shallowRef<string>()
  /** True once the service has answered since this page was opened. */
  const answered = shallowRef(false)

  const closed = computed(() => {
    const period = picture.value?.period
    return period !== undefined && hasClosed(period, new Date())
  })
  const phase = computed(() =>
    phaseOf(picture.value?.made, picture.value?.shared, picture.value?.item, closed.value),
  )

  const over = computed(() =>
    periodsOver(picture.value?.history ?? [], picture.value?.period, answered.value, new Date()),
  )

  async function refresh() {
    asking.value = true
    trouble.value = undefined
    try {
      // Loaded when first needed: it brings the schema of a whole catalogue.
      const { refreshOpenPeriod } = await import('../../outbox/openPeriod')
      await refreshOpenPeriod(db)
      answered.value = true
    } catch (reason) {
      trouble.value = reason instanceof Error ? reason.message : 'The service could not be asked'
    } finally {
      asking.value = false
    }
  }

  async function turnOn() {
    await setNote(db, 'sharingOn', true)
    await refresh()
  }

  /** What was sent stays counted unless it is withdrawn; what still waits is withdrawn with it. */
  async function turnOff(alsoWithdraw: boolean) {
    const period = picture.value?.period
    if (alsoWithdraw && period !== undefined) await queueWithdrawal(db, period.id, new Date())
    await setNote(db, 'sharingOn', false)
  }

  /** Sends the text that the person was looking at, and no other. */
  async function send(text: string) {
    const { period, catalogue } = picture.value ?? {}
    if (period === undefined || catalogue === undefined) return
    await queueSummary(db, addresseeOf(period, catalogue), text, new Date())
  }

  async function withdraw() {
    const period = picture.value?.period
    if (period !== undefined) await queueWithdrawal(db, period.id, new Date())
  }

  /** What was refused may mean that the period is over, so the service is asked again. */
  async function dismiss(id: string) {
    await dismissRefused(db, id)
    await refresh()
  }

  onMounted(async () => {
    if (possible && (await db.notes.get('sharingOn'))?.value === true) await refresh()
  })

  return {
    sample,
    possible,
    picture,
    phase,
    over,
    asking,
    trouble,
    refresh,
    turnOn,
    turnOff,
    send,
    withdraw,
    hurry: () => hurry(db, new Date()),
    dismiss,
    say: (as: SharingAs) => setNote(db, 'sharingAs', as),
    join: (code: string) => keepJoinCode(db, code, new Date()),
  }
}
