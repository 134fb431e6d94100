import type { Framework } from '../../../domain/framework'
import type { Id } from '../../../domain/id'
import { levelLabel } from '../../../domain/scale'
import type { Cover } from '../../../domain/team/cover'
import type { TeamSkill } from '../../../domain/team/skills'
import { mayBeWritten } from '../../../interchange/mySkills'
import type { SheetCell } from '../../../interchange/xlsxOut'
import { stateWords } from './coverWords'

const HEADINGS = [
  'Skill group',
  'Skill',
  'Level needed',
  'Label',
  'Known able',
  'Able, at most',
  'One level below',
  'Able, but away',
  'Not used for two years',
  'Unsure',
  'Cover',
]

/** Column widths in characters. */
export const COVER_WIDTHS = [26, 34, 12, 18, 11, 13, 15, 14, 21, 8, 44]

/**
 * Cover as a table of counts, headings first. It names nobody, and tells those who have not shared only through the
 * range. Skills of a framework whose words may not leave this laptop are named by their id.
 */
export function coverTable(
  covers: readonly Cover[],
  skills: ReadonlyMap<Id, TeamSkill>,
  frameworkOf: (skill: Id) => Framework | undefined,
): SheetCell[][] {
  const rows = covers.map((cover): SheetCell[] => {
    const skill = skills.get(cover.skill)
    const framework = frameworkOf(cover.skill)
    const open = skill !== undefined && framework !== undefined && mayBeWritten(framework)
    return [
      open ? skill.group.name : undefined,
      open ? skill.name : cover.skill,
      cover.level,
      open ? levelLabel(skill.scale, cover.level) : undefined,
      cover.known,
      cover.upTo,
      cover.nearly.length,
      cover.ableAway.length,
      cover.unused.length,
      cover.unsure.length,
      stateWords(cover),
    ]
  })
  return [HEADINGS, ...rows]
}
