import type { Backup } from '../contract/backup'
import { equal } from '../domain/difference/equal'
import type { Draft } from '../domain/draft/draft'
import type { WaymarkDatabase } from './database'

/** How many drafts a copy brings: those where none was here, and those kept beside what is drafted here. */
export interface DraftsBrought {
  added: number
  beside: number
}

/** What of a copy's drafts is not here. */
export async function draftsElsewhere(db: WaymarkDatabase, backup: Backup): Promise<DraftsBrought> {
  const brought = await newDrafts(db, backup)
  return (await db.drafts.count()) === 0
    ? { added: brought.length, beside: 0 }
    : { added: 0, beside: brought.length }
}

/** Adds a copy's drafts to those here. None takes the place of another, and one that says the same adds nothing. */
export async function mergeDrafts(db: WaymarkDatabase, backup: Backup): Promise<void> {
  await db.drafts.bulkAdd(await newDrafts(db, backup))
}

/** A draft is known by what it says: the same one may have got another id when it was kept beside another. */
async function newDrafts(db: WaymarkDatabase, { drafts: copies = [], madeAt }: Backup): Promise<Draft[]> {
  const here = await db.drafts.toArray()
  const all = [...here]
  for (const copy of copies) {
    if (all.some((draft) => saysTheSame(draft, copy))) continue
    const id = freeId(copy.id, new Set(all.map((draft) => draft.id)))
    all.push({ ...copy, id, ...(here.length > 0 && { fromCopy: madeAt }) })
  }
  return all.slice(here.length)
}

function saysTheSame(a: Draft, b: Draft): boolean {
  const said = ({ basedOn, catalogue, done, undone }: Draft) => ({ basedOn, catalogue, done, undone })
  return equal(said(a), said(b))
}

/** Counted on from the id it had without its own count, so that it stays as short as an id may be. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  const stem = id.replace(/-copy\d+$/, '').slice(0, 80)
  let free = id
  for (let count = 1; taken.has(free); count += 1) free = `${stem}-copy${count}`
  return free
}
