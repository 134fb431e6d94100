/** Reads files away from the page, so that the page stays quick and the work can be stopped. */
import { sha256Hex } from './contentVersion'
import { ImportFault } from './fault'
import { type FileBytes, type ImportDraft, importGdd } from './gdd'

export type FromWorker =
  | { kind: 'progress'; share: number; stage: string }
  | { kind: 'done'; draft: ImportDraft }
  /** The files are at fault; `sentence` is for the person. */
  | { kind: 'fault'; sentence: string }
  /** We are at fault. */
  | { kind: 'broken'; reason: string }

const tell = (message: FromWorker) => postMessage(message)

async function sha256(text: string): Promise<string> {
  if (!isSecureContext) throw new ImportFault('Importing needs an address that starts with https.')
  return sha256Hex(text)
}

addEventListener('message', async ({ data }: MessageEvent<FileBytes[]>) => {
  try {
    const draft = await importGdd(data, sha256, (share, stage) => tell({ kind: 'progress', share, stage }))
    tell({ kind: 'done', draft })
  } catch (error) {
    if (error instanceof ImportFault) tell({ kind: 'fault', sentence: error.message })
    else tell({ kind: 'broken', reason: String(error) })
  }
})
