import type { Backup } from '../contract/backup'
import type { WaymarkDatabase } from './database'
import { managerCards } from './managerCards'
import { note } from './notes'

/** A catalogue kept over plain HTTP has no hash to be known by; every Waymark brings its own. */
const HASHED = /^sha256-/

/** Everything on this laptop as one document, read at one moment. */
export async function makeBackup(db: WaymarkDatabase, now: Date): Promise<Backup> {
  return db.transaction('r', db.tables, async () => {
    const contents = new Map((await db.contents.toArray()).map(({ ref, framework }) => [ref, framework]))
    const headers = await db.frameworks.toArray()
    return plain({
      waymark: 'backup',
      v: 1,
      madeAt: now.toISOString(),
      people: await db.people.toArray(),
      assessments: await db.assessments.toArray(),
      actions: orAbsent(await db.actions.toArray()),
      certificates: orAbsent(await db.certificates.toArray()),
      cases: orAbsent(await db.cases.toArray()),
      members: orAbsent(await db.members.toArray()),
      appraisals: orAbsent(await db.appraisals.toArray()),
      wordings: orAbsent(await db.wordings.toArray()),
      files: orAbsent(await db.files.toArray()),
      progress: orAbsent(await db.progress.toArray()),
      drafts: orAbsent(await db.drafts.toArray()),
      frameworks: headers.flatMap(({ ref, importedAt, files }) => {
        const framework = contents.get(ref)
        return framework === undefined ? [] : [{ importedAt, files, framework }]
      }),
      catalogues: await db.catalogues.filter(({ version }) => HASHED.test(version)).toArray(),
      periods: (await db.periods.toArray()).map(({ period, sequence, body, sentAt, state }) => ({
        period,
        sequence,
        body,
        sentAt,
        state,
      })),
      settings: {
        places: await note(db, 'places'),
        sharingAs: await note(db, 'sharingAs'),
        appraisalKey: await note(db, 'appraisalKey'),
        teamViews: orAbsent((await note(db, 'teamViews')) ?? []),
        managerCards: orAbsent(await managerCards(db)),
      },
    })
  })
}

function orAbsent<T>(rows: T[]): T[] | undefined {
  return rows.length === 0 ? undefined : rows
}

/** Without the keys that stand for nothing: a document says what is there, not what is not. */
function plain(backup: { [K in keyof Backup]: unknown }): Backup {
  return JSON.parse(JSON.stringify(backup)) as Backup
}
