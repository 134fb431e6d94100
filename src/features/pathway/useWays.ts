import { onScopeDispose, shallowRef, watch } from 'vue'
import type { Journey, Ways } from '../../domain/routes'
import type { Answered, Asked } from './waysWorker'

/**
 * The ways of a journey, found in a worker: among 250 roles the search can take longer than a frame. Undefined
 * while there is no journey; the last ways stay until the next are found.
 */
export function useWays(journey: () => Journey | undefined) {
  const ways = shallowRef<Ways>()
  const failed = shallowRef(false)
  let worker: Worker | undefined
  let number = 0

  function started(): Worker {
    const made = new Worker(new URL('./waysWorker.ts', import.meta.url), { type: 'module' })
    made.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
      if (data.number === number) ways.value = data.ways
    })
    made.addEventListener('error', () => (failed.value = true))
    return made
  }

  watch(
    journey,
    (asked) => {
      number += 1
      if (asked === undefined) {
        ways.value = undefined
        return
      }
      worker ??= started()
      const question: Asked = { number, journey: asked }
      worker.postMessage(question)
    },
    { immediate: true },
  )
  onScopeDispose(() => worker?.terminate())
  return { ways, failed }
}
