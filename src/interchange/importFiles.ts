import { checkSize } from './decode'
import { ImportFault } from './fault'
import type { FileBytes, ImportDraft, OnProgress } from './gdd'
import type { FromWorker } from './importWorker'

/**
 * Reads the files a person chose, in a worker. Writes nothing: what comes back is a draft
 * and a report for them to accept or not.
 * @throws ImportFault, one sentence for the person; the signal's reason when they stop it.
 */
export async function importFiles(
  files: readonly File[],
  { onProgress, signal }: { onProgress: OnProgress; signal: AbortSignal },
): Promise<ImportDraft> {
  // By size alone first, so that a huge file is refused without being read.
  for (const file of files) checkSize(file.name, file.size)
  const read = await Promise.all(files.map(readFile))
  signal.throwIfAborted()
  const worker = new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module' })
  try {
    return await draftFrom(worker, read, onProgress, signal)
  } finally {
    worker.terminate()
  }
}

async function readFile(file: File): Promise<FileBytes> {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch {
    throw new ImportFault(`${file.name} could not be read: it has moved, or another program holds it.`)
  }
}

function draftFrom(
  worker: Worker,
  files: FileBytes[],
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<ImportDraft> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    worker.addEventListener('error', () => reject(new Error('The import could not be started.')))
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === 'progress') onProgress(data.share, data.stage)
      else if (data.kind === 'done') resolve(data.draft)
      else if (data.kind === 'fault') reject(new ImportFault(data.sentence))
      else reject(new Error(data.reason))
    })
    worker.postMessage(
      files,
      files.map(({ bytes }) => bytes.buffer),
    )
  })
}
