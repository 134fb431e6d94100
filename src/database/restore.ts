import type { Backup } from '../contract/backup'
import type { Assessment, Person } from '../domain/assessment'
import { frameworkRef } from '../domain/framework'
import { mergeAssessments } from '../domain/mergeAssessments'
import { mergePerson, type PersonDiffers } from '../domain/mergePerson'
import { mergeReport, type MergeReport } from '../domain/mergeReport'
import { mergeAction, mergeCase } from '../domain/plan/merge'
import type { SharedPeriod, WaymarkDatabase } from './database'
import { saveFramework } from './frameworks'
import { draftsElsewhere, mergeDrafts, type DraftsBrought } from './mergeDrafts'
import { addManagerKeys, managerKeys } from './managerKey'
import { keptElsewhere, mergeKept } from './mergeKept'
import { mergePeriod } from './mergePeriod'
import { mergeTeam, teamElsewhere } from './mergeTeam'
import { note, setNote } from './notes'
import { mergeProgress, progressElsewhere } from './progress'

/** What restoring brings, or brought, and what it found to differ. Nothing that was here is ever lost. */
export interface RestoreReport extends MergeReport {
  madeAt: string
  /** What was said of the laptop's owner or of others here, and what the copy says. */
  people: (PersonDiffers & { person: Person['id'] })[]
  /** What the copy says of them that was not said here: it comes with it. */
  brings: { person: Person['id']; what: PersonDiffers['what']; value: string }[]
  /** Actions and certificates of plans, and steps against gaps, that were not here. */
  planned: string[]
  /** Appraisals that were not here, or of which the copy says more. */
  appraisals: number
  /** Names of members of a team that were not here. */
  members: string[]
  /** Names on the manager's cards whose keys were not here. */
  cards: string[]
  /** Names of views of the team and of cards to lock packs to that were not here. */
  kept: string[]
  /** Drafts of the catalogue that were not here. */
  drafts: DraftsBrought
  /** Titles of frameworks that were not here. */
  frameworks: string[]
  /** Periods in which this laptop does not send, because the laptop the copy was made on did. */
  periods: string[]
}

interface Plan {
  report: RestoreReport
  assessments: Assessment[]
  replaced: Assessment['id'][]
  people: Person[]
  periods: SharedPeriod[]
}

/** What restoring this copy would do. Writes nothing. */
export function previewRestore(db: WaymarkDatabase, backup: Backup): Promise<RestoreReport> {
  return db.transaction('r', db.tables, async () => (await planOf(db, backup)).report)
}

/**
 * Merges a copy into what is here, all of it in one transaction or nothing at all, and
 * resolves once it is durable. Restoring the same copy again changes nothing.
 */
export function restore(db: WaymarkDatabase, backup: Backup): Promise<RestoreReport> {
  return db.transaction('rw', db.tables, async () => {
    const plan = await planOf(db, backup)
    await db.people.bulkPut(plan.people)
    await db.assessments.bulkDelete(plan.replaced)
    await db.assessments.bulkPut(plan.assessments)
    await db.periods.bulkPut(plan.periods)
    await mergePlans(db, backup)
    await mergeTeam(db, backup)
    await mergeProgress(db, backup.progress ?? [])
    for (const { framework, ...origin } of backup.frameworks) await saveFramework(db, framework, origin)
    for (const catalogue of backup.catalogues) await db.catalogues.put(catalogue)
    await takeUnset(db, backup.settings)
    await mergeKept(db, backup)
    await mergeDrafts(db, backup)
    await addManagerKeys(db, backup.managerKeys ?? [])
    return plan.report
  })
}

async function planOf(db: WaymarkDatabase, backup: Backup): Promise<Plan> {
  const here = await db.assessments.toArray()
  const assessments = mergeAssessments(here, backup.assessments)
  const kept = new Set(assessments.map(({ id }) => id))
  const people = await mergedPeople(db, backup)
  const periods = await mergedPeriods(db, backup)
  const refs = new Set(await db.frameworks.toCollection().primaryKeys())
  const frameworks = backup.frameworks.filter(({ framework }) => !refs.has(frameworkRef(framework)))
  const report: RestoreReport = {
    ...mergeReport(here, backup.assessments),
    madeAt: backup.madeAt,
    people: people.differs,
    brings: people.brings,
    planned: await plannedElsewhere(db, backup),
    ...(await teamElsewhere(db, backup)),
    cards: await cardsElsewhere(db, backup),
    kept: await keptElsewhere(db, backup),
    drafts: await draftsElsewhere(db, backup),
    frameworks: frameworks.map(({ framework }) => framework.title),
    periods: periods.filter(({ keys }) => keys === undefined).map(({ period }) => period),
  }
  const replaced = here.map(({ id }) => id).filter((id) => !kept.has(id))
  return { report, assessments, replaced, people: people.merged, periods }
}

async function mergedPeople(db: WaymarkDatabase, { people }: Backup) {
  const merged: Person[] = []
  const differs: RestoreReport['people'] = []
  const brings: RestoreReport['brings'] = []
  for (const copy of people) {
    const here = await db.people.get(copy.id)
    const result = mergePerson(here, copy)
    merged.push(result.person)
    for (const what of ['name', 'role', 'target'] as const) {
      const value = result.person[what]
      if (value !== undefined && here?.[what] === undefined) brings.push({ person: copy.id, what, value })
    }
    differs.push(...result.differs.map((difference) => ({ ...difference, person: copy.id })))
  }
  return { merged, differs, brings }
}

async function mergedPeriods(db: WaymarkDatabase, { periods }: Backup): Promise<SharedPeriod[]> {
  const merged: SharedPeriod[] = []
  for (const copy of periods) merged.push(mergePeriod(await db.periods.get(copy.period), copy))
  return merged
}

async function plannedElsewhere(db: WaymarkDatabase, backup: Backup): Promise<string[]> {
  const { actions = [], certificates = [] } = backup
  const [here, held] = [
    await db.actions.toCollection().primaryKeys(),
    await db.certificates.toCollection().primaryKeys(),
  ]
  return [
    ...actions.filter(({ id }) => !here.includes(id)).map(({ what }) => what),
    ...certificates.filter(({ id }) => !held.includes(id)).map(({ name }) => name),
    ...(await progressElsewhere(db, backup.progress ?? [])),
  ]
}

async function cardsElsewhere(db: WaymarkDatabase, { managerKeys: copies = [] }: Backup): Promise<string[]> {
  const here = new Set((await managerKeys(db)).map(({ identity }) => identity))
  return copies.filter(({ identity }) => !here.has(identity)).map(({ name }) => name)
}

async function mergePlans(db: WaymarkDatabase, backup: Backup): Promise<void> {
  for (const copy of backup.actions ?? []) {
    const here = await db.actions.get(copy.id)
    await db.actions.put(here === undefined ? copy : mergeAction(here, copy))
  }
  for (const copy of backup.cases ?? []) {
    const here = await db.cases.get(copy.role)
    await db.cases.put(here === undefined ? copy : mergeCase(here, copy))
  }
  for (const copy of backup.certificates ?? []) {
    if ((await db.certificates.get(copy.id)) === undefined) await db.certificates.put(copy)
  }
}

async function takeUnset(
  db: WaymarkDatabase,
  { places, sharingAs, appraisalKey }: Backup['settings'],
): Promise<void> {
  if (places !== undefined && (await note(db, 'places')) === undefined) await setNote(db, 'places', places)
  if (appraisalKey !== undefined && (await note(db, 'appraisalKey')) === undefined) {
    await setNote(db, 'appraisalKey', appraisalKey)
  }
  if (sharingAs !== undefined && (await note(db, 'sharingAs')) === undefined) {
    await setNote(db, 'sharingAs', sharingAs)
  }
}
