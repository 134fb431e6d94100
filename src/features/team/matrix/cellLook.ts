import { dayInWords } from '../../../parts/dayInWords'
import type { Member } from '../../../domain/appraisal/appraisal'
import type { Answer } from '../../../domain/assessment'
import { highestLevel, levelLabel, type Scale } from '../../../domain/scale'
import type { LevelFrom, TeamCell } from '../../../domain/team/person'

/** Whose word a level is, as it is read after the level. */
export const FROM_WORDS: Record<LevelFrom, string> = {
  agreed: 'agreed',
  given: 'given by you',
  own: 'their own word',
}

/** How one cell is drawn and what is said of it. */
export interface CellLook {
  /** Its shade and whose word it is, as classes; see `matrix.css`. */
  classes: string
  text: string
  said: string
}

const NOT_SHARED: CellLook = { classes: 'not-shared', text: '', said: 'not shared' }
/** Shades from the lowest level to the highest: a scale of more or fewer levels is spread over them. */
export const SHADES = 5
const looks = new WeakMap<Scale, Map<string, CellLook>>()

/** The look of what is known of one person's one skill; of nothing known, that it was not shared: never a zero. */
export function cellLook(cell: TeamCell | undefined, scale: Scale): CellLook {
  if (cell === undefined) return NOT_SHARED
  const ofScale = looks.get(scale) ?? new Map<string, CellLook>()
  looks.set(scale, ofScale)
  const key = `${cell.notRelevant ? 'n' : cell.level} ${cell.from}`
  const look = ofScale.get(key) ?? lookOf(cell, scale)
  ofScale.set(key, look)
  return look
}

function lookOf(cell: TeamCell, scale: Scale): CellLook {
  const said = `${levelWords(cell, scale)}, ${FROM_WORDS[cell.from]}`
  // What is read aloud holds what is written, so that somebody who speaks to the page can say what they see.
  if (cell.notRelevant) return { classes: `not-relevant ${cell.from}`, text: 'n/a', said: `n/a, ${said}` }
  const text = String(cell.level)
  return {
    classes: `shade-${shadeOf(cell.level, scale)} ${cell.from}`,
    text,
    said: cell.level === 0 ? `${text}, ${said}` : said,
  }
}

/** 0 for none yet, then 1 to `SHADES`. */
export function shadeOf(level: number, scale: Scale): number {
  if (level === 0) return 0
  return Math.max(1, Math.round((level / Math.max(1, highestLevel(scale))) * SHADES))
}

/** "3 Works unaided", "none yet", "not relevant" or "not shared". */
export function levelWords(cell: Answer | undefined, scale: Scale): string {
  if (cell === undefined) return 'not shared'
  if (cell.notRelevant) return 'not relevant'
  return cell.level === 0 ? 'none yet' : `${cell.level} ${levelLabel(scale, cell.level)}`
}

/** "Away until 3 January 2027"; undefined while at work. */
export function awayWords(away: Member['away']): string | undefined {
  if (away === undefined) return undefined
  return away.until === undefined ? 'Away' : `Away until ${dayInWords(away.until)}`
}

/** "2 known, up to 4"; "2" where nothing is left to know. */
export function coverWords({ known, upTo }: { known: number; upTo: number }): string {
  return known === upTo ? String(known) : `${known} known, up to ${upTo}`
}

/** The same in a cell's width: `2–4`. */
export function coverShort({ known, upTo }: { known: number; upTo: number }): string {
  return known === upTo ? String(known) : `${known}–${upTo}`
}
