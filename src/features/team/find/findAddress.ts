import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { AtLevel } from '../../../domain/team/cover'
import type { Query } from '../../../domain/team/find'

/** More than this many skills at once finds nobody. */
export const SKILLS_MOST = 8
const ASKED = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.([1-9]\d?)$/
/** In how many months a skill was used: this year, two years. */
export const USED_WITHIN = [12, 24] as const

/** Reads who is looked for: `skills=county-recovery-testing.4,county-backup.3&used=12&sure=yes&away=yes`. */
export function readQuery({ skills, used, sure, away }: LocationQuery): Query {
  const usedWithin = USED_WITHIN.find((months) => String(months) === used)
  return {
    skills: readSkills(skills),
    ...(usedWithin !== undefined && { usedWithin }),
    sure: sure === 'yes',
    atWork: away !== 'yes',
  }
}

/** The address of a query; what is usual is left out of it. */
export function writeQuery({ skills, usedWithin, sure, atWork }: Query): LocationQueryRaw {
  return {
    ...(skills.length > 0 && { skills: skills.map(({ skill, level }) => `${skill}.${level}`).join(',') }),
    ...(usedWithin !== undefined && { used: String(usedWithin) }),
    ...(sure && { sure: 'yes' }),
    ...(!atWork && { away: 'yes' }),
  }
}

function readSkills(written: unknown): AtLevel[] {
  if (typeof written !== 'string') return []
  const found = new Map<AtLevel['skill'], AtLevel>()
  for (const part of written.split(',')) {
    const [, skill, level] = ASKED.exec(part) ?? []
    if (skill === undefined) continue
    found.set(skill, { skill, level: Number(level) })
  }
  return [...found.values()].slice(0, SKILLS_MOST)
}
