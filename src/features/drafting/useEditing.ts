import { computed, type ComputedRef } from 'vue'
import type { Catalogue } from '../../domain/catalogue'
import { findThing } from '../../domain/draft/find'
import { editThing, type Editable, type EditableKind, type ThingOf } from '../../domain/draft/things'
import { useDraft } from './useDraft'

/** The thing that a form edits, and how it changes it: each change is one step that can be taken back. */
export function useEditing<K extends EditableKind>(props: { catalogue: Catalogue; thing: Editable<K> }) {
  const { change } = useDraft()
  const found = computed(() => findThing(props.catalogue, props.thing)) as ComputedRef<ThingOf[K] | undefined>
  const name = () => (found.value as { name: string } | undefined)?.name ?? ''

  /** Sets fields of the thing; `what` says it for undo, with the name of the thing behind it. */
  const set = (what: string, fields: Partial<Omit<ThingOf[K], 'id'>>) =>
    change(`${what} ${name()}`, (catalogue) => editThing(catalogue, props.thing, fields))

  /** Changes the catalogue for this thing by an edit of its own. */
  const edit = (what: string, how: (catalogue: Catalogue) => Catalogue) => change(`${what} ${name()}`, how)

  return { found, set, edit }
}
