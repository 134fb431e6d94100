import { computed, shallowRef, watch } from 'vue'
import * as v from 'valibot'
import { fetchCatalogue, fetchCatalogueVersion, publishCatalogue } from '../../../client/catalogue'
import { EndpointProblem } from '../../../client/problem'
import { CATALOGUE_MAX_BYTES, CatalogueSchema } from '../../../contract/catalogue'
import { firstFault } from '../../../contract/parse'
import { keepCatalogue, latestCatalogue } from '../../../database/catalogues'
import { closePublishedDraft, rebaseDraft } from '../../../database/drafts'
import type { Catalogue } from '../../../domain/catalogue'
import { mergeThreeWay, type Choices } from '../../../domain/difference/threeWay'
import { asEdition } from '../../../domain/draft/details'
import { useLaptop } from '../../../session/laptop'
import { useLibrary } from '../../../session/library'
import { useSignIn } from '../../../session/signIn'
import { useLiveQuery } from '../../../session/useLiveQuery'
import type { Drafting } from '../useDraft'
import { NOT_SECURE, sentenceFor, TOO_LARGE } from './sentences'

/**
 * Publishes the draft in place of the version it is based on. Where another one was published meanwhile, that
 * one is fetched, and both sides and what they started from are there to be merged.
 */
export function usePublishing({ draft }: Drafting) {
  const { db, sample } = useLaptop()
  const signIn = useSignIn()
  const library = useLibrary()
  const busy = shallowRef(false)
  const trouble = shallowRef<string>()
  /** The edition that was just published from here. */
  const done = shallowRef<string>()
  const base = shallowRef<Catalogue>()

  /** As published, so far as this laptop knows. */
  const { value: latest } = useLiveQuery(() => latestCatalogue(db))
  const published = computed(() =>
    latest.value === undefined ? undefined : (JSON.parse(latest.value.text) as Catalogue),
  )
  /** True where the draft started from another version than the one now published. */
  const behind = computed(
    () =>
      draft.value !== undefined && latest.value !== undefined && draft.value.basedOn !== latest.value.version,
  )

  watch(
    () => draft.value?.basedOn,
    async (version) => {
      base.value = undefined
      if (version === undefined) return
      const held = await db.catalogues.get(version)
      try {
        const { text } = held ?? (await fetchCatalogueVersion(version))
        base.value = JSON.parse(text) as Catalogue
      } catch (problem) {
        trouble.value = sentenceFor(problem)
      }
    },
    { immediate: true },
  )

  /** Asks what is published now, and keeps it; it is taken into use at the next start, as always. */
  async function fetchPublished(): Promise<void> {
    const newer = await fetchCatalogue((await latestCatalogue(db))?.version)
    if (newer !== undefined) await keepCatalogue(db, newer)
  }
  // Better to hear of it before the form is filled in. With no network, publishing says so.
  if (!sample) {
    void fetchPublished().catch(() => {})
    void signIn.look()
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    if (busy.value) return
    busy.value = true
    trouble.value = undefined
    try {
      await work()
    } catch (problem) {
      signIn.heed(problem)
      trouble.value = sentenceFor(problem)
    } finally {
      busy.value = false
    }
  }

  const publish = (edition: string) =>
    attempt(async () => {
      const [sent, was, pass] = [draft.value, published.value, signIn.pass]
      if (sent === undefined || was === undefined || pass === undefined) return
      const catalogue = asEdition(sent.catalogue, was, edition)
      const fitting = v.safeParse(CatalogueSchema, catalogue)
      if (!fitting.success) {
        trouble.value = `The draft does not fit yet: ${firstFault(fitting.issues)}.`
        return
      }
      const text = JSON.stringify(catalogue)
      if (new Blob([text]).size > CATALOGUE_MAX_BYTES) trouble.value = TOO_LARGE
      else if (!window.isSecureContext) trouble.value = NOT_SECURE
      else await send(text)

      async function send(body: string) {
        try {
          const version = await publishCatalogue(body, sent!.basedOn, pass!)
          await closePublishedDraft(db, sent!, { version, text: body }, new Date().toISOString())
          await library.open()
          done.value = edition
        } catch (problem) {
          if (!(problem instanceof EndpointProblem && problem.kind === 'stale')) throw problem
          await fetchPublished()
        }
      }
    })

  /** Puts the draft on top of what is published now, with the side chosen of each conflict. */
  const merge = (choices: Choices) =>
    attempt(async () => {
      const [mine, from, theirs, version] = [draft.value, base.value, published.value, latest.value?.version]
      if (mine === undefined || from === undefined || theirs === undefined || version === undefined) return
      await rebaseDraft(
        db,
        mine.id,
        version,
        (catalogue) => mergeThreeWay(from, catalogue, theirs, choices),
        new Date().toISOString(),
      )
    })

  return { sample, signIn, busy, trouble, done, base, published, behind, publish, merge }
}
