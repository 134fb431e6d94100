import type { SharedPeriod, WaymarkDatabase } from '../../../database/database'
import { actionsOf } from '../../../database/actions'
import { appraisalsOf } from '../../../database/appraisals'
import { certificatesOf } from '../../../database/certificates'
import { fileRecords } from '../../../database/files'
import { members } from '../../../database/members'
import { note } from '../../../database/notes'
import { me, ME } from '../../../database/people'
import { assessmentsOf } from '../../../database/ratings'
import type { Member } from '../../../domain/appraisal/appraisal'
import type { FileRecord } from '../../../domain/appraisal/fileRecord'

/** All that this laptop knows of who can see something of its owner's, and of others whose things are here. */
export interface WhoPicture {
  name?: string
  /** What there is of the owner's, each with how much; nothing of which there is none. */
  mine: { what: string; count: number }[]
  seasons: string[]
  team: Member[]
  /** Files of the owner's, and files of members of their team, the latest first. */
  filesOfMine: FileRecord[]
  filesOfTeam: (FileRecord & { whose: string })[]
  /** Periods in which a summary went out, the latest first. */
  sent: SharedPeriod[]
  waiting: boolean
  /** The folder in which the browser keeps a copy, by its name. */
  folder?: string
}

export async function whoPicture(db: WaymarkDatabase): Promise<WhoPicture> {
  const assessments = await assessmentsOf(db, ME)
  const ratings = assessments.at(-1)?.ratings ?? {}
  const evidenced = Object.values(ratings).filter(({ evidence }) => (evidence?.length ?? 0) > 0)
  const team = await members(db)
  const names = new Map(team.map(({ id, name }) => [id, name]))
  const files = await fileRecords(db)
  const periods = await db.periods.toArray()
  return {
    name: (await me(db)).name,
    mine: [
      counted(Object.keys(ratings).length, 'skill rated', 'skills rated'),
      counted(evidenced.length, 'skill with evidence', 'skills with evidence'),
      counted(assessments.length - 1, 'earlier assessment', 'earlier assessments'),
      counted((await actionsOf(db, ME)).length, 'action in your plan', 'actions in your plan'),
      counted((await certificatesOf(db, ME)).length, 'certificate', 'certificates'),
    ].filter(({ count }) => count > 0),
    seasons: (await appraisalsOf(db, ME)).map(({ season }) => season),
    team,
    filesOfMine: files.filter(({ person }) => person === undefined || person === ME),
    filesOfTeam: files.flatMap((file) =>
      file.person === undefined || file.person === ME
        ? []
        : [{ ...file, whose: names.get(file.person) ?? 'somebody no longer in your team' }],
    ),
    sent: periods.filter(({ state }) => state === 'sent').sort((a, b) => b.period.localeCompare(a.period)),
    waiting: periods.some(({ state }) => state === 'waiting'),
    folder: (await note(db, 'backupFolder'))?.name,
  }
}

function counted(count: number, one: string, many: string): { what: string; count: number } {
  return { count, what: count === 1 ? one : many }
}
