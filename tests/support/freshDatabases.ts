import { afterEach } from 'vitest'
import { WaymarkDatabase } from '../../src/database/database'

/** Makes empty databases, each as on a laptop of its own, and deletes them after each test. */
export function freshDatabases(name: string): () => WaymarkDatabase {
  const opened: WaymarkDatabase[] = []
  afterEach(async () => {
    for (const db of opened.splice(0)) await db.delete({ disableAutoOpen: true })
  })
  return () => {
    const db = new WaymarkDatabase(`${name}-${crypto.randomUUID()}`)
    opened.push(db)
    return db
  }
}
