import {
  computed,
  inject,
  provide,
  shallowRef,
  type ComputedRef,
  type InjectionKey,
  type ShallowRef,
} from 'vue'
import { latestCatalogue } from '../../database/catalogues'
import {
  changeDraft,
  discardDraft,
  drafts,
  redoDraft,
  startDraft,
  takeUpDraft,
  undoDraft,
} from '../../database/drafts'
import type { Catalogue } from '../../domain/catalogue'
import type { Draft } from '../../domain/draft/draft'
import { fetchNewer } from '../../session/followCatalogue'
import { useLaptop } from '../../session/laptop'
import { useLiveQuery } from '../../session/useLiveQuery'

export interface Drafting {
  /** The draft that is worked on; undefined where there is none. */
  draft: ComputedRef<Draft | undefined>
  /** Every draft on this laptop: more than one where a copy brought another. */
  all: Readonly<ShallowRef<readonly Draft[]>>
  loading: Readonly<ShallowRef<boolean>>
  /** The published version that the draft started from, or was merged with. */
  base: ComputedRef<Catalogue | undefined>
  savedAt: Readonly<ShallowRef<Date | undefined>>
  /** Why the last change was not stored, for a person. */
  failure: Readonly<ShallowRef<string | undefined>>
  start(): Promise<void>
  /** Works on another draft from now on. */
  takeUp(id: string): Promise<void>
  /** Does one thing to the draft; `what` names it for undo. Resolves once that is durable. */
  change(what: string, edit: (catalogue: Catalogue) => Catalogue): Promise<void>
  undo(): Promise<void>
  redo(): Promise<void>
  discard(): Promise<void>
}

const draftingKey: InjectionKey<Drafting> = Symbol('drafting')

/** The draft that the page around this component edits. */
export function useDraft(): Drafting {
  const drafting = inject(draftingKey)
  if (drafting === undefined) throw new Error('No draft was provided to this part')
  return drafting
}

/** Opens this laptop's draft for a page and all its parts. Every change is stored as it is made. */
export function provideDraft(): Drafting {
  const { db, sample } = useLaptop()
  const savedAt = shallowRef<Date>()
  const failure = shallowRef<string>()
  const { value: all, loading } = useLiveQuery(() => drafts(db), { initial: [] })
  const draft = computed(() => all.value[0])
  const { value: baseText } = useLiveQuery(
    async () => (await db.catalogues.get(draft.value?.basedOn ?? ''))?.text,
    { deps: [() => draft.value?.basedOn] },
  )
  const base = computed(() =>
    baseText.value === undefined ? undefined : (JSON.parse(baseText.value) as Catalogue),
  )

  /** One change after another, so that undo takes back the last one made, stored or not yet. */
  let last: Promise<unknown> = Promise.resolve()
  function inTurn(work: (id: string, at: string) => Promise<unknown>): Promise<void> {
    // Another tab may take up another draft meanwhile: what was done to this one is.
    const shown = draft.value?.id
    const done = last.then(async () => {
      try {
        const id = shown ?? (await drafts(db))[0]?.id
        if (id === undefined) return
        await work(id, new Date().toISOString())
        savedAt.value = new Date()
        failure.value = undefined
      } catch {
        failure.value =
          'The last change could not be stored. What was saved before it is kept. Reload and try again.'
      }
    })
    last = done
    return done
  }

  async function start(): Promise<void> {
    // The nearer to what everyone has, the less there is to merge. With no network it starts from what is here.
    if (!sample) await fetchNewer(db)
    const published = await latestCatalogue(db)
    if (published === undefined || (await db.drafts.count()) > 0) return
    const catalogue = JSON.parse(published.text) as Catalogue
    const fresh = { id: crypto.randomUUID(), basedOn: published.version, catalogue }
    await startDraft(db, fresh, new Date().toISOString())
  }

  async function takeUp(id: string): Promise<void> {
    await inTurn(() => takeUpDraft(db, id))
    savedAt.value = undefined
  }

  const drafting: Drafting = {
    draft,
    all,
    loading,
    base,
    savedAt,
    failure,
    start,
    takeUp,
    change: (what, edit) => inTurn((id, at) => changeDraft(db, id, what, edit, at)),
    undo: () => inTurn((id, at) => undoDraft(db, id, at)),
    redo: () => inTurn((id, at) => redoDraft(db, id, at)),
    discard: () => inTurn((id) => discardDraft(db, id)),
  }
  provide(draftingKey, drafting)
  return drafting
}
