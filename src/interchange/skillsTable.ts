import { BYTE_ORDER_MARK, csvText } from '../contract/csv'
import { SURE_WORDS, type Evidence } from '../domain/assessment'
import { dayOf, type Day } from '../domain/day'
import type { Framework } from '../domain/framework'
import type { Ratings } from '../domain/gap'
import { lastUsedWords } from '../domain/lastUsed'
import { levelLabel } from '../domain/scale'
import { listedRatings, mayBeWritten, type ListedSkill } from './mySkills'
import type { Sheet, SheetCell } from './xlsxOut'

const HEADINGS = [
  'Framework',
  'Group',
  'Skill',
  'Level',
  'Label',
  'Rated',
  'How sure',
  'Last used',
  'Evidence',
]
const WIDTHS = [28, 24, 34, 8, 24, 12, 14, 18, 60]

/**
 * My skills as a table, headings first: one row a skill answered, in the frameworks' own order. "None yet" is
 * level 0; "Not relevant to me" has no level. Skills of a framework whose words may not leave this laptop, or that is
 * no longer on it, are named by their id.
 */
export function skillsTable(frameworks: readonly Framework[], ratings: Ratings, today: Day): SheetCell[][] {
  const rows = listedRatings(frameworks, ratings).map(({ id, rating, listed }) => {
    const { level, notRelevant, at, on, sure, lastUsed, evidence } = rating
    const words = listed === undefined || !mayBeWritten(listed.framework) ? undefined : wordsOf(listed, level)
    return [
      listed?.framework.title ?? on,
      words?.group,
      words?.skill ?? id,
      notRelevant ? undefined : level,
      notRelevant ? 'Not relevant to me' : words?.label,
      dayOf(at),
      sure && SURE_WORDS[sure],
      lastUsed && lastUsedWords(lastUsed, today),
      evidence && evidenceCell(evidence),
    ]
  })
  return [HEADINGS, ...rows]
}

function wordsOf({ skill, framework }: ListedSkill, level: number) {
  const group = framework.groups.find(({ id }) => id === skill.groups[0])?.name
  return { group, skill: skill.name, label: levelLabel(framework.scale, level) }
}

/** All the evidence of a skill as one cell, a line each. */
export function evidenceCell(evidence: readonly Evidence[]): string {
  return evidence.map(evidenceWords).join('\n')
}

function evidenceWords({ text, url, addedAt }: Evidence): string {
  return `${dayOf(addedAt)}: ${text}${url === undefined ? '' : ` (${url})`}`
}

/** The table as a CSV file that Excel reads as UTF-8. */
export function skillsCsv(table: readonly (readonly SheetCell[])[]): string {
  return BYTE_ORDER_MARK + csvText(table)
}

/** The table as a sheet of a workbook. */
export function skillsSheet(rows: readonly (readonly SheetCell[])[]): Sheet {
  return { name: 'My skills', rows, widths: WIDTHS }
}
