import type { Person } from './assessment'
import { mergeRoleHistory } from './roleHistory'

/** Something said of a person that differs between two copies. */
export interface PersonDiffers {
  what: 'name' | 'role' | 'target'
  kept: string
  setAside: string
}

const SAID = ['name', 'role', 'target'] as const

/** What was said here stays; what was not is taken from the copy. Histories are put together. */
export function mergePerson(
  here: Person | undefined,
  copy: Person,
): { person: Person; differs: PersonDiffers[] } {
  if (here === undefined) return { person: copy, differs: [] }
  const person = { ...here }
  if (copy.roleHistory) person.roleHistory = mergeRoleHistory(here.roleHistory ?? [], copy.roleHistory)
  const differs: PersonDiffers[] = []
  for (const what of SAID) {
    const kept = here[what]
    const setAside = copy[what]
    if (setAside === undefined || setAside === kept) continue
    if (kept === undefined) person[what] = setAside
    else differs.push({ what, kept, setAside })
  }
  return { person, differs }
}
