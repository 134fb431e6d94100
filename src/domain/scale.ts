/** One step of a scale. Ordinals rise from 1; 0 is never a level, it is the answer "none yet". */
export interface Level {
  ordinal: number
  label: string
  summary?: string
}

/** The ordered levels of one framework. Levels of different scales are never compared. */
export interface Scale {
  levels: Level[]
  /** The ordinal at which a person works unaided; absent where the scale marks none. */
  working?: number
}

/** What "none yet" is called wherever a level could stand. */
export const NONE_YET = 0

export function levelLabel(scale: Scale, ordinal: number): string {
  if (ordinal === NONE_YET) return 'None yet'
  return scale.levels.find((level) => level.ordinal === ordinal)?.label ?? `Level ${ordinal}`
}

export function highestLevel(scale: Scale): number {
  return scale.levels.at(-1)?.ordinal ?? 0
}

/** True for every answer that can be given on the scale: its levels, and none yet. */
export function hasLevel({ levels }: Scale, ordinal: number): boolean {
  return ordinal === NONE_YET || levels.some((level) => level.ordinal === ordinal)
}
