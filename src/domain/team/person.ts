import { isAway, type Appraisal, type Member } from '../appraisal/appraisal'
import { givenKey } from '../appraisal/agenda'
import { agreedByBoth } from '../appraisal/confirm'
import { standingOf } from '../appraisal/standing'
import type { Writes } from '../appraisal/write'
import type { Answer, Rating } from '../assessment'
import type { Day } from '../day'
import type { Id } from '../id'
import type { Certificate } from '../plan/certificate'

/** Whose word a level is: what both agreed, what the manager gave, or what the person shared. */
export type LevelFrom = 'agreed' | 'given' | 'own'

/** What is known of one person's one skill. */
export interface TeamCell extends Answer, Pick<Rating, 'sure' | 'lastUsed' | 'interest'> {
  from: LevelFrom
  season: Appraisal['season']
  /** The framework version whose wording it was given on. */
  on: string
}

/** One member of the team as the manager may see them. */
export interface TeamPerson {
  id: Member['id']
  name: string
  role?: Id
  unit?: Id
  /** Absent while at work; `until` absent where nobody has said until when. */
  away?: NonNullable<Member['away']>
  /** What is known, by skill. A skill left out is *not shared*: never a zero. */
  cells: ReadonlyMap<Id, TeamCell>
  certificates: Certificate[]
}

/**
 * A member of the team from their appraisals, the latest season first. Of each skill the latest season that says
 * anything holds, and in it the agreed level before the manager's before the person's own. A level is agreed once
 * both have confirmed it: a file can call anything agreed. A person's own ratings count only once this manager has
 * opened them (`opened`): until then they rate blind.
 */
export function teamPerson(
  member: Member,
  appraisals: readonly Appraisal[],
  manager: string,
  today: Day,
): TeamPerson {
  const cells = new Map<Id, TeamCell>()
  const certificates = new Map<string, Certificate>()
  for (const { season, writes } of appraisals) {
    for (const [skill, cell] of cellsOf(writes, season, manager))
      if (!cells.has(skill)) cells.set(skill, cell)
    for (const { key, value } of standingOf(writes, 'certificate').values())
      if (value !== null && !certificates.has(key)) certificates.set(key, value)
  }
  const { id, name, role, unit, away } = member
  return {
    id,
    name,
    ...(role !== undefined && { role }),
    ...(unit !== undefined && { unit }),
    ...(away !== undefined && isAway(member, today) && { away }),
    cells,
    certificates: [...certificates.values()],
  }
}

/** Whether this manager may see what the person gave themselves in an appraisal. */
export function hasOpened(writes: Writes, manager: string): boolean {
  return standingOf(writes, 'opened').has(manager)
}

function cellsOf(writes: Writes, season: Appraisal['season'], manager: string): Map<Id, TeamCell> {
  const cells = new Map<Id, TeamCell>()
  const own = hasOpened(writes, manager) ? standingOf(writes, 'own') : new Map<never, never>()
  for (const [skill, { value }] of own)
    if (value !== null) cells.set(skill, { ...besideOf(value), from: 'own', season })
  const take = (skill: Id, answer: Answer & { on: string }, from: LevelFrom) =>
    cells.set(skill, { ...withoutLevel(cells.get(skill)), ...answer, from, season })
  for (const [key, { value }] of standingOf(writes, 'given')) {
    const skill = key.slice(key.indexOf('/') + 1)
    if (value !== null && key === givenKey(manager, skill)) take(skill, value, 'given')
  }
  for (const [skill, level] of agreedByBoth(writes)) take(skill, level, 'agreed')
  return cells
}

function besideOf({ level, notRelevant, sure, lastUsed, interest, on }: Omit<Rating, 'evidence'>) {
  return {
    level,
    on,
    ...(notRelevant && { notRelevant }),
    ...(sure && { sure }),
    ...(lastUsed && { lastUsed }),
    ...(interest && { interest }),
  }
}

/** What a person said beside their level (when last used, whether keen) holds whoever's word the level is. */
function withoutLevel(cell: TeamCell | undefined): Pick<TeamCell, 'lastUsed' | 'interest'> {
  if (cell === undefined) return {}
  const { lastUsed, interest } = cell
  return { ...(lastUsed && { lastUsed }), ...(interest && { interest }) }
}
