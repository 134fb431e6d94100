import type { Person } from '../domain/assessment'
import type { WaymarkDatabase } from './database'

/** The id of the person whose laptop this is. */
export const ME = 'me'

export async function me(db: WaymarkDatabase): Promise<Person> {
  return (await db.people.get(ME)) ?? { id: ME }
}

/** Changes what is known of the laptop's owner, and nothing else of them. */
export async function changeMe(db: WaymarkDatabase, change: Partial<Omit<Person, 'id'>>): Promise<void> {
  await db.transaction('rw', db.people, async () => {
    const person = await me(db)
    await db.people.put({ ...person, ...change })
  })
}
