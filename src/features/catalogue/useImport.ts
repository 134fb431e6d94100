import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { saveFramework } from '../../database/frameworks'
import { frameworkRef, type Framework } from '../../domain/framework'
import type { ConfirmedRename } from '../../domain/renames/applyRenames'
import { renamedEdition, sha256Hex } from '../../interchange/contentVersion'
import { ImportFault } from '../../interchange/fault'
import type { ImportDraft } from '../../interchange/gdd'
import { importFiles } from '../../interchange/importFiles'
import { useLaptop } from '../../session/laptop'
import { useLibrary } from '../../session/library'

/** The steps of an import: nothing is stored before the person has read the report and said so. */
export type ImportStep =
  | { at: 'choosing'; fault?: string }
  | { at: 'reading'; share: number; stage: string }
  /** `earlier`: the edition of the same framework that is here to choose from. */
  | { at: 'reviewing'; draft: ImportDraft; known: boolean; earlier?: Framework; fault?: string }
  | { at: 'done'; title: string; ref: string; outcome: 'added' | 'already here' }

export function useImport() {
  const { db } = useLaptop()
  const library = useLibrary()
  const step = shallowRef<ImportStep>({ at: 'choosing' })
  let stop = new AbortController()
  onScopeDispose(() => stop.abort())

  async function read(files: readonly File[]): Promise<void> {
    stop.abort()
    const mine = (stop = new AbortController())
    step.value = { at: 'reading', share: 0, stage: 'Reading the files' }
    try {
      const onProgress = (share: number, stage: string) => {
        if (!mine.signal.aborted) step.value = { at: 'reading', share, stage }
      }
      const draft = await importFiles(files, { onProgress, signal: mine.signal })
      const known = (await db.frameworks.get(frameworkRef(draft.framework))) !== undefined
      const earlier = library.frameworks.find(({ key }) => key === draft.framework.key)
      if (!mine.signal.aborted) step.value = { at: 'reviewing', draft, known, ...(earlier && { earlier }) }
    } catch (error) {
      if (!mine.signal.aborted) step.value = { at: 'choosing', fault: sentenceFor(error) }
    }
  }

  /** Stops reading, or puts a draft away. Either way nothing was stored. */
  function discard(): void {
    stop.abort()
    step.value = { at: 'choosing' }
  }

  /** Adds it, under the earlier ids of what was only renamed. */
  async function accept(renames: readonly ConfirmedRename[] = []): Promise<void> {
    if (step.value.at !== 'reviewing') return
    const reviewing = step.value
    const { report } = reviewing.draft
    const files = report.files.map(({ name, bytes }) => ({ name, bytes }))
    try {
      const framework = await renamedEdition(reviewing.draft.framework, renames, sha256Hex)
      const outcome = await saveFramework(db, framework, { files, importedAt: new Date().toISOString() })
      step.value = { at: 'done', title: framework.title, ref: frameworkRef(framework), outcome }
    } catch {
      const fault = 'The framework could not be stored, and nothing of it was. Free some space and try again.'
      step.value = { ...reviewing, fault }
    }
  }

  return { step: step as Readonly<ShallowRef<ImportStep>>, read, discard, accept }
}

function sentenceFor(error: unknown): string {
  if (error instanceof ImportFault) return error.message
  return 'These files could not be read, and the fault is ours rather than theirs.'
}
