import type { Catalogue } from '../catalogue'
import { applyEdits } from './applyEdits'
import type { Change } from './change'
import { changesIn } from './compare'
import { editsBetween, type Edit } from './edit'
import { equal } from './equal'
import { CATALOGUE_SHAPE } from './shape'

export type Side = 'mine' | 'theirs'

/** The same thing changed differently by both: one side's changes are kept, and a person says whose. */
export interface Conflict {
  /** Names the thing, the same in every comparison of the same versions. */
  id: string
  mine: Change[]
  theirs: Change[]
}

/** What two people did to one version, each without knowing of the other. */
export interface ThreeWay {
  onlyMine: Change[]
  onlyTheirs: Change[]
  /** Done by both alike. */
  both: Change[]
  conflicts: Conflict[]
}

/** Whose changes to keep, by the id of the conflict. */
export type Choices = Readonly<Record<string, Side>>

export function threeWay(base: Catalogue, mine: Catalogue, theirs: Catalogue): ThreeWay {
  const { onlyMine, onlyTheirs, both, clashes } = sort(base, mine, theirs)
  return {
    onlyMine: changesIn(onlyMine),
    onlyTheirs: changesIn(onlyTheirs),
    both: changesIn(both),
    conflicts: clashes
      .filter(matters)
      .map((clash) => ({ id: clash.id, mine: changesIn(clash.mine), theirs: changesIn(clash.theirs) })),
  }
}

/**
 * One catalogue with everything that either side did, and of each conflict the side that `choices` names.
 * What both sides did may fit together badly (a role asks for a skill that the other side removed);
 * `catalogueProblems` says so.
 * @throws RangeError when a conflict has no choice: nothing of either side is dropped unasked.
 */
export function mergeThreeWay(
  base: Catalogue,
  mine: Catalogue,
  theirs: Catalogue,
  choices: Choices,
): Catalogue {
  const { onlyMine, onlyTheirs, both, clashes } = sort(base, mine, theirs)
  const chosen = clashes.flatMap((clash) => {
    const side = matters(clash) ? choices[clash.id] : 'mine'
    if (side === undefined) throw new RangeError(`No side was chosen for ${clash.id}`)
    return clash[side]
  })
  return applyEdits(base, [...both, ...onlyMine, ...onlyTheirs, ...chosen], CATALOGUE_SHAPE)
}

interface Clash {
  id: string
  mine: Edit[]
  theirs: Edit[]
}

interface Sorted {
  onlyMine: Edit[]
  onlyTheirs: Edit[]
  both: Edit[]
  clashes: Clash[]
}

/** A conflict that no reader would see, such as the order in which moves are stored, is not worth a question. */
function matters({ mine, theirs }: Clash): boolean {
  return changesIn([...mine, ...theirs]).length > 0
}

function sort(base: Catalogue, mine: Catalogue, theirs: Catalogue): Sorted {
  const ours = editsBetween(base, mine, CATALOGUE_SHAPE)
  const others = editsBetween(base, theirs, CATALOGUE_SHAPE)
  const sorted: Sorted = { onlyMine: [], onlyTheirs: [], both: [], clashes: [] }
  for (const { id, mine: left, theirs: right } of byThing(ours, others)) {
    if (right.length === 0) sorted.onlyMine.push(...left)
    else if (left.length === 0) sorted.onlyTheirs.push(...right)
    else if (equal(left.map(essence), right.map(essence))) sorted.both.push(...left)
    else sorted.clashes.push({ id, mine: left, theirs: right })
  }
  return sorted
}

/** Where an added thing stands is no part of what it is. */
function essence({ path, after }: Edit): unknown {
  return { path, after }
}

/**
 * Edits of both sides, gathered by the smallest thing that one of them touches: the removal of a
 * skill gathers every edit inside that skill. The order of a list is a thing of its own.
 */
function byThing(mine: readonly Edit[], theirs: readonly Edit[]): Clash[] {
  const all = [...mine, ...theirs]
  const whole = new Set(all.filter((edit) => edit.kind === 'item').map((edit) => JSON.stringify(edit.path)))
  const thingOf = ({ kind, path }: Edit): string => {
    if (kind === 'order') return `order of ${path.join('/')}`
    for (let length = 1; length < path.length; length += 1) {
      if (whole.has(JSON.stringify(path.slice(0, length)))) return path.slice(0, length).join('/')
    }
    return path.join('/')
  }
  const things = new Map<string, Clash>()
  const gather = (side: Side, edits: readonly Edit[]) => {
    for (const edit of edits) {
      const id = thingOf(edit)
      const thing = things.get(id) ?? { id, mine: [], theirs: [] }
      thing[side].push(edit)
      things.set(id, thing)
    }
  }
  gather('mine', mine)
  gather('theirs', theirs)
  return [...things.values()]
}
