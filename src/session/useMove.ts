import { computed } from 'vue'
import type { WaymarkDatabase } from '../database/database'
import { note } from '../database/notes'
import { useLaptop } from './laptop'
import { moveBetween } from './move'
import { useLiveQuery } from './useLiveQuery'

/** That the service has moved away from this address, as last heard; undefined where it has not. Never in the sample. */
export function useMove() {
  const { db, sample } = useLaptop()
  const { value: heard } = useLiveQuery(async () => {
    const to = sample ? undefined : await note(db, 'movedTo')
    return to === undefined ? undefined : { to, holds: await holdsSomething(db) }
  })
  return computed(() => {
    if (heard.value === undefined) return undefined
    const move = moveBetween(document.baseURI, heard.value.to)
    return move === undefined ? undefined : { ...move, holds: heard.value.holds }
  })
}

const PERSONAL = [
  'people',
  'assessments',
  'actions',
  'certificates',
  'cases',
  'members',
  'appraisals',
  'frameworks',
  'drafts',
  'progress',
] as const

/** Whether anything was entered in this browser that a person would miss. */
async function holdsSomething(db: WaymarkDatabase): Promise<boolean> {
  for (const name of PERSONAL) if ((await db.table(name).count()) > 0) return true
  return false
}
