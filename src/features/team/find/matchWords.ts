import type { Day } from '../../../domain/day'
import { lastUsedWords } from '../../../domain/lastUsed'
import { levelLabel } from '../../../domain/scale'
import type { Lack } from '../../../domain/team/find'
import type { LevelFrom, TeamCell } from '../../../domain/team/person'
import type { TeamSkill } from '../../../domain/team/skills'
import { dayInWords } from '../../../parts/dayInWords'

const FROM_WORDS: Record<LevelFrom, string> = {
  agreed: 'agreed',
  given: 'given by you',
  own: 'by their own word',
}

/** Why somebody is found by a skill: "4 · Leads, agreed in 2026, used in the last year". */
export function cellWords(cell: TeamCell, { scale }: Pick<TeamSkill, 'scale'>, today: Day): string {
  const level = `${cell.level} · ${levelLabel(scale, cell.level)}`
  const used = cell.lastUsed && `used ${lastUsedWords(cell.lastUsed, today)}`
  return [level, `${FROM_WORDS[cell.from]} in ${cell.season}`, used, cell.sure === 'unsure' && 'unsure']
    .filter(Boolean)
    .join(', ')
}

/** The one thing that keeps somebody from matching. */
export function lackWords(lack: Lack, nameOf: (skill: string) => string, today: Day): string {
  switch (lack.what) {
    case 'level':
      return `one level short in ${nameOf(lack.asked.skill)}`
    case 'unsure':
      return `unsure of their level in ${nameOf(lack.asked.skill)}`
    case 'used': {
      const { lastUsed } = lack.cell
      const name = nameOf(lack.asked.skill)
      return lastUsed === undefined
        ? `has not said when they last used ${name}`
        : `last used ${name} ${lastUsedWords(lastUsed, today)}`
    }
    case 'away':
      return lack.until === undefined ? 'away now' : `away until ${dayInWords(lack.until)}`
  }
}
