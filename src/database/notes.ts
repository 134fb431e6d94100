import type { Card, ManagerKey } from '../contract/card'
import type { CurrentPeriod } from '../contract/period'
import type { PeriodKey } from '../contract/periodKey'
import type { Release } from '../contract/release'
import type { Day } from '../domain/day'
import type { WaymarkDatabase } from './database'

/** Published figures, by period. They name nobody. */
export interface KeptReleases {
  /** Newest first, each with the day it was made. */
  releases: { release: Release; closed: string }[]
  /** Posts in each period that was seen open here; a release itself does not say. */
  headcounts: Record<string, number>
  readAt: string
}

/** What is kept by name, and its shape. */
export interface Notes {
  /** Where the person works in the product; empty until they say. */
  places: ('staff' | 'manager' | 'hr')[]
  /** The version of the catalogue received last. */
  latestCatalogue: string
  /** Which versions of the catalogue were in use here and since when, in that order; the last one is. */
  catalogueUses: { version: string; since: string }[]
  /** The published notice that was read last, by its text: the next edition may still carry it. */
  noticeRead: string
  /** The address the service has moved to, as last heard. In no copy: it is true of this address only. */
  movedTo: string
  /** The draft of the catalogue taken up last, where there are several. In no copy. */
  openDraft: string
  joinCode: string
  sharingOn: boolean
  /** Unit and role of the pinned catalogue, as said on the Sharing page. */
  sharingAs: { unit: string; role: string }
  /** The open period as last heard of, so that a summary can be made and shown with no network. */
  openPeriod: CurrentPeriod
  /** What HR has read here of the releases, so that Workforce can show them with no network. */
  keptReleases: KeptReleases
  lastBackupAt: string
  /** Where a copy is kept current, and the name it has there. */
  backupFolder: FileSystemDirectoryHandle
  backupFile: string
  /** Why that could not be done the last time; absent while it works. */
  backupTrouble: 'permission' | 'gone' | 'failed'
  /** What the browser answered when asked to keep this data. */
  persisted: 'granted' | 'refused'
  toldAboutStorage: boolean
  /** Views of the team kept by name, each an address. */
  teamViews: { name: string; address: string }[]
  /** Who the laptop's owner is in packs: the same on every laptop of theirs. */
  appraisalKey: string
  /** Cards of managers that packs were locked to here, the last used first. */
  managerCards: Card[]
  /** Whose appraisals were erased on their day, until that was read. */
  erased: { names: string[]; on: Day }[]
  /** What this laptop signs its writes in appraisals with: never in a copy, so that no two laptops share it. */
  laptopKey: string
  /** What opens packs locked to this manager's cards, the one on the card of today first. In a locked copy only. */
  managerKeys: ManagerKey[]
  /** What opens the summaries of periods that HR opened in this browser. In no copy: each has files of its own. */
  periodKeys: PeriodKey[]
}

export async function note<K extends keyof Notes>(
  db: WaymarkDatabase,
  key: K,
): Promise<Notes[K] | undefined> {
  return (await db.notes.get(key))?.value as Notes[K] | undefined
}

export async function setNote<K extends keyof Notes>(
  db: WaymarkDatabase,
  key: K,
  value: Notes[K] | undefined,
): Promise<void> {
  if (value === undefined) await db.notes.delete(key)
  else await db.notes.put({ key, value })
}
