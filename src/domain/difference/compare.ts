import type { Catalogue } from '../catalogue'
import type { Framework } from '../framework'
import type { Change } from './change'
import { changeInCatalogue } from './changesInCatalogue'
import { editsBetween, type Edit } from './edit'
import { CATALOGUE_SHAPE, FRAMEWORK_SHAPE } from './shape'

/**
 * What differs between two versions of a catalogue, by meaning, in the order of the catalogue.
 * Things are the same when they have the same id, whatever they are called.
 */
export function compareCatalogues(before: Catalogue, after: Catalogue): Change[] {
  return changesIn(editsBetween(before, after, CATALOGUE_SHAPE))
}

/** What differs between two versions of one framework, by meaning. */
export function compareFrameworks(before: Framework, after: Framework): Change[] {
  return changesIn(editsBetween(before, after, FRAMEWORK_SHAPE, ['frameworks', after.key]))
}

/** What edits of a catalogue mean. Edits of one text in several places are told as one change. */
export function changesIn(edits: readonly Edit[]): Change[] {
  const changes = new Map<string, Change>()
  edits.forEach((edit, i) => {
    const change = changeInCatalogue(edit)
    if (change === undefined) return
    const key = gathers(change) ?? String(i)
    changes.set(key, together(changes.get(key), change))
  })
  return [...changes.values()]
}

/** Changes with the same answer are told as one; undefined stands alone. */
function gathers(change: Change): string | undefined {
  if (change.kind === 'skill-reworded') return `reworded skill ${change.skill}`
  if (change.kind === 'skill-advice') return `advice ${change.skill} ${change.about}`
  if (change.kind !== 'reworded') return undefined
  return `reworded ${change.thing.of} ${change.thing.id} ${change.thing.when}`
}

function together(first: Change | undefined, second: Change): Change {
  if (first?.kind !== 'skill-reworded' || second.kind !== 'skill-reworded') return second
  const levels = [...new Set([...first.levels, ...second.levels])].sort((a, b) => a - b)
  return { ...first, summary: first.summary || second.summary, levels }
}
