import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { changeEntry, progressEntries } from '../../../database/progress'
import type { GapAction, Headway, ProgressEntry } from '../../../domain/progress/entry'
import { useLaptop } from '../../../session/laptop'
import { notSaved } from '../../../session/notSaved'
import { useLiveQuery } from '../../../session/useLiveQuery'

/** What is said of a new entry; its id and moments are given here. */
export type NewEntry = NewAction | NewHeadway
export type NewAction = Omit<GapAction, 'id' | 'createdAt' | 'changedAt'>
export type NewHeadway = Omit<Headway, 'id' | 'createdAt' | 'changedAt'>

interface Undoable {
  /** For the button: `Add “Two exercises a year”`. */
  what: string
  takeBack: () => Promise<unknown>
}

/** HR's steps against gaps on this laptop, and the one way to change them, each change undoable. */
export const useProgress = defineStore('progress', () => {
  const { db } = useLaptop()
  const query = useLiveQuery(() => progressEntries(db))
  const undoable = shallowRef<Undoable[]>([])
  const failure = shallowRef<string>()

  const entries = computed<ProgressEntry[]>(() => query.value.value ?? [])
  const ready = computed(() => !query.loading.value)

  async function replace(
    id: string,
    what: string,
    change: (before: ProgressEntry | undefined) => ProgressEntry | undefined,
  ): Promise<boolean> {
    try {
      const before = await changeEntry(db, id, change)
      undoable.value = [...undoable.value, { what, takeBack: () => changeEntry(db, id, () => before) }]
      failure.value = undefined
      return true
    } catch (reason) {
      failure.value = notSaved(reason)
      return false
    }
  }

  /** True once it is durable. */
  function add(entry: NewEntry): Promise<boolean> {
    const id = crypto.randomUUID()
    const at = new Date().toISOString()
    return replace(id, `Add “${nameOf(entry)}”`, () => ({ ...entry, id, createdAt: at, changedAt: at }))
  }

  /** Changes some of an action as it is stored. */
  function change(action: GapAction, to: Partial<Pick<GapAction, 'status'>>): Promise<boolean> {
    return replace(
      action.id,
      `Change “${action.what}”`,
      (before) => before && ({ ...before, ...to, changedAt: new Date().toISOString() } as ProgressEntry),
    )
  }

  /** Puts new words in the place of an action's, all at once. */
  function reword(action: GapAction, to: NewAction): Promise<boolean> {
    const { id, createdAt } = action
    const changedAt = new Date().toISOString()
    return replace(id, `Change “${action.what}”`, () => ({ ...to, id, createdAt, changedAt }))
  }

  const remove = (entry: ProgressEntry) => replace(entry.id, `Delete “${nameOf(entry)}”`, () => undefined)

  /** Takes back the last change of this session; returns what it was. */
  async function undo(): Promise<string | undefined> {
    const last = undoable.value.at(-1)
    if (last === undefined) return undefined
    try {
      await last.takeBack()
    } catch (reason) {
      failure.value = notSaved(reason)
      return undefined
    }
    undoable.value = undoable.value.slice(0, -1)
    return last.what
  }

  return { ready, entries, undoable, failure, add, change, reword, remove, undo }
})

function nameOf(entry: NewEntry): string {
  return entry.kind === 'action' ? entry.what : `${entry.about.name}: ${entry.count} ${entry.kind}`
}
