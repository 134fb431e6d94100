import type { LockWith, UnlockWith } from './age'
import { LOCKED_MAX_BYTES, LockFault } from './fault'
import type { FromWorker, Job } from './lockWorker'

export { LOCKED_MAX_BYTES, LockFault, type LockWith, type UnlockWith }

export interface Watching {
  /** How much of the work a passphrase takes is done, 0 to 1. Keys take none, and report nothing. */
  onProgress?: (share: number) => void
  /** Stops the work at once. */
  signal?: AbortSignal
}

/** A manager's key: the secret half, and the half that goes on a card. */
export interface KeyPair {
  /** `AGE-SECRET-KEY-1…` */
  identity: string
  /** `age1…` */
  recipient: string
}

/**
 * The text locked, as the bytes of a file to be named `….age`: for one passphrase, or for up to 256 cards (the
 * format never has both). Done in a worker.
 * @throws LockFault, one sentence for the person; the signal's reason when they stop it.
 */
export function lock(text: string, by: LockWith, watching?: Watching): Promise<Uint8Array<ArrayBuffer>> {
  return inWorker({ do: 'lock', text, by: plainLock(by) }, watching)
}

/**
 * The text in a locked file, armoured or not, all of it or nothing. Done in a worker; the bytes stay the caller's,
 * for another try.
 * @throws LockFault, one sentence for the person and which trouble it was; the signal's reason when they stop it.
 */
export async function unlock(bytes: Uint8Array, by: UnlockWith, watching?: Watching): Promise<string> {
  // By size alone first, so that a huge file is refused without being copied.
  if (bytes.length > LOCKED_MAX_BYTES) throw new LockFault('too-large')
  return inWorker({ do: 'unlock', bytes, by: plainUnlock(by) }, watching)
}

/** A new key for a manager, which no one else has. */
export function makeKey(): Promise<KeyPair> {
  return inWorker({ do: 'make-key' })
}

// Lists from a page may be reactive, which no worker can be sent.
const plainLock = (by: LockWith): LockWith =>
  'passphrase' in by ? { passphrase: by.passphrase } : { recipients: [...by.recipients] }
const plainUnlock = (by: UnlockWith): UnlockWith =>
  'passphrase' in by ? { passphrase: by.passphrase } : { identities: [...by.identities] }

async function inWorker<Result>(job: Job, { onProgress, signal }: Watching = {}): Promise<Result> {
  signal?.throwIfAborted()
  const worker = new Worker(new URL('./lockWorker.ts', import.meta.url), { type: 'module' })
  const over = new AbortController()
  try {
    return await new Promise<Result>((resolve, reject) => {
      const until = { signal: over.signal }
      signal?.addEventListener('abort', () => reject(signal.reason), until)
      worker.addEventListener('error', () => reject(new Error('The lock could not be started.')))
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (data.kind === 'progress') onProgress?.(data.share)
        else if (data.kind === 'done') resolve(data.result as Result)
        else if (data.kind === 'fault') reject(new LockFault(data.trouble))
        else reject(new Error(data.reason))
      })
      worker.postMessage(job)
    })
  } finally {
    over.abort()
    worker.terminate()
  }
}
