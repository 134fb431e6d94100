import { computed, onScopeDispose, shallowReactive, shallowRef } from 'vue'
import type { Pack } from '../../../contract/pack'
import { managerKeys } from '../../../database/managerKey'
import { members } from '../../../database/members'
import type { FileRecord } from '../../../domain/appraisal/fileRecord'
import { LockFault } from '../../../interchange/locked/lock'
import { PackFault } from '../../../interchange/pack'
import { useLockWork } from '../../../parts/useLockWork'
import { useLaptop } from '../../../session/laptop'
import { useLibrary } from '../../../session/library'
import { notSaved } from '../../../session/notSaved'
import { packKeys } from '../../../session/packs/draftPack'
import {
  previewPack,
  takePackIn,
  whoseIs,
  whoseWas,
  type Preview,
  type Whose,
} from '../../../session/packs/takePackIn'
import { openWithPassphrase, readPackFile, type Chosen } from '../../../session/packs/unlockPack'

interface InDrop {
  id: string
  name: string
}

/** One file of a drop, and how far it has come. */
export type OpenedFile =
  | (InDrop & { state: 'reading' })
  | (InDrop & { state: 'locked'; bytes: Uint8Array<ArrayBuffer>; tried: boolean })
  | (InDrop & { state: 'refused'; why: string })
  | (InDrop & OpenPack & { state: 'opened'; whose?: Whose; preview?: Preview; withMine: boolean })
  | (InDrop & OpenPack & { state: 'taken'; of: string; brought: number })

interface OpenPack {
  pack: Pack
  locked: FileRecord['locked']
}
export type ReadyFile = Extract<OpenedFile, { state: 'opened' }>

/** The files of a drop, from locked to taken in. Nothing is written before a file is taken in. */
export function useOpening() {
  const { db } = useLaptop()
  const library = useLibrary()
  const files = shallowReactive(new Map<string, OpenedFile>())
  const passphraseWork = useLockWork()
  const wrong = shallowRef('')
  let isLeft = false
  onScopeDispose(() => (isLeft = true))

  const list = computed(() => [...files.values()])
  const locked = computed(() => list.value.filter((file) => file.state === 'locked'))
  const ready = computed(() => list.value.filter(isReady))

  const put = (file: OpenedFile) => files.set(file.id, file)

  async function add(chosen: readonly File[]): Promise<void> {
    const rows = chosen.map((file) => ({ file, id: crypto.randomUUID(), name: file.name }))
    for (const { id, name } of rows) put({ id, name, state: 'reading' })
    for (const { file, id, name } of rows)
      await attempt({ id, name }, async () => readPackFile(file, await managerKeys(db)))
  }

  /** Tries a passphrase on every file that waits for one: often one serves them all. */
  async function unlockAll(passphrase: string): Promise<void> {
    wrong.value = ''
    const waiting = locked.value
    let opened = 0
    for (const { id, name, bytes } of waiting) {
      const isOpen = await passphraseWork.run((watching) =>
        tried({ id, name }, () => openWithPassphrase(name, bytes, passphrase, watching)),
      )
      if (isOpen === undefined) return
      if (isOpen) opened += 1
      else put({ id, name, bytes, state: 'locked', tried: true })
    }
    if (opened === 0)
      wrong.value =
        waiting.length === 1
          ? 'That is not the passphrase this file was locked with.'
          : 'That is not the passphrase of any of these files.'
  }

  /** Resolves with false where the passphrase is wrong; a file that cannot be opened with any is refused. */
  async function tried(file: InDrop, open: () => Promise<Chosen>): Promise<boolean> {
    try {
      await show(file, await open())
      return true
    } catch (reason) {
      if (reason instanceof LockFault && reason.trouble === 'wrong-passphrase') return false
      if ((reason as Error | undefined)?.name === 'AbortError') throw reason
      put({ ...file, state: 'refused', why: sentence(file.name, reason) })
      return true
    }
  }

  async function attempt(file: InDrop, open: () => Promise<Chosen>): Promise<void> {
    try {
      await show(file, await open())
    } catch (reason) {
      put({ ...file, state: 'refused', why: sentence(file.name, reason) })
    }
  }

  async function show({ id, name }: InDrop, chosen: Chosen): Promise<void> {
    if (isLeft) return
    if ('needs' in chosen) {
      put({ id, name, state: 'locked', bytes: chosen.bytes, tried: false })
      return
    }
    const { pack, locked } = chosen
    const keys = await packKeys(db)
    const whose = whoseIs(pack, keys, await members(db)) ?? (await whoseWas(db, keys, pack))
    await choose({ id, name, pack, locked, state: 'opened', withMine: false }, whose)
  }

  /** Says whose a file is, and looks at what it would bring to them. */
  async function choose(file: ReadyFile, whose: Whose | undefined): Promise<void> {
    try {
      const keys = await packKeys(db)
      const preview = await previewPack(db, keys, library.frameworks, file.pack, whose ?? { of: 'new' })
      put({ ...file, whose, preview })
    } catch (reason) {
      put({ id: file.id, name: file.name, state: 'refused', why: sentence(file.name, reason) })
    }
  }

  const allowMine = (file: ReadyFile, withMine: boolean) => put({ ...file, withMine })

  async function takeIn(file: ReadyFile): Promise<void> {
    const { id, name, pack, locked, whose, preview, withMine } = file
    if (whose === undefined || preview === undefined) return
    try {
      const at = new Date().toISOString()
      const keys = await packKeys(db)
      const of = await takePackIn(db, keys, library.frameworks, pack, whose, { name, locked, at, withMine })
      const brought = preview.seasons.reduce((sum, { fresh }) => sum + fresh.length, 0)
      put({ id, name, pack, locked, state: 'taken', of, brought })
      await lookAgain()
    } catch (reason) {
      put({
        id,
        name,
        state: 'refused',
        why: reason instanceof PackFault ? sentence(name, reason) : notSaved(reason),
      })
    }
  }

  async function takeAllIn(): Promise<void> {
    for (const { id } of ready.value) {
      const file = files.get(id)
      if (file !== undefined && isReady(file)) await takeIn(file)
    }
  }

  /** What was just taken in may be what the next file is of, and some of what it holds. */
  async function lookAgain(): Promise<void> {
    const [keys, team] = [await packKeys(db), await members(db)]
    for (const file of list.value)
      if (file.state === 'opened') await choose(file, whoseIs(file.pack, keys, team) ?? file.whose)
  }

  const putAway = ({ id }: OpenedFile) => files.delete(id)

  return {
    list,
    locked,
    ready,
    wrong,
    passphraseWork,
    add,
    unlockAll,
    choose,
    allowMine,
    takeIn,
    takeAllIn,
    putAway,
  }
}

function isReady(file: OpenedFile): file is ReadyFile {
  return file.state === 'opened' && file.whose !== undefined && file.preview !== undefined
}

/** Every refusal names its file; a lock's own sentences speak of “this file”. */
function sentence(name: string, reason: unknown): string {
  if (reason instanceof PackFault)
    return reason.message.startsWith(name) ? reason.message : `${name}: ${reason.message}`
  return reason instanceof LockFault ? reason.message : `${name} could not be read.`
}
