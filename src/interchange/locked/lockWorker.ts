/** Locks and unlocks away from the page: a passphrase is a second's work on purpose, and can be stopped. */
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { lockText, unlockText, type LockWith, type UnlockWith } from './age'
import { LockFault, type LockTrouble } from './fault'

export type Job =
  | { do: 'lock'; text: string; by: LockWith }
  | { do: 'unlock'; bytes: Uint8Array; by: UnlockWith }
  | { do: 'make-key' }

export type FromWorker =
  | { kind: 'progress'; share: number }
  | { kind: 'done'; result: unknown }
  /** The file, the passphrase or the card is at fault. */
  | { kind: 'fault'; trouble: LockTrouble }
  /** We are at fault. */
  | { kind: 'broken'; reason: string }

const tell = (message: FromWorker) => postMessage(message)

/** Tells each whole percent once: the work itself reports ten thousand times. */
function teller(): (share: number) => void {
  let told = -1
  return (share) => {
    const percent = Math.floor(share * 100)
    if (percent <= told) return
    told = percent
    tell({ kind: 'progress', share: percent / 100 })
  }
}

async function done(job: Job): Promise<unknown> {
  if (job.do === 'lock') return lockText(job.text, job.by, teller())
  if (job.do === 'unlock') return unlockText(job.bytes, job.by, teller())
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

addEventListener('message', async ({ data }: MessageEvent<Job>) => {
  try {
    tell({ kind: 'done', result: await done(data) })
  } catch (error) {
    if (error instanceof LockFault) tell({ kind: 'fault', trouble: error.trouble })
    else tell({ kind: 'broken', reason: String(error) })
  }
})
