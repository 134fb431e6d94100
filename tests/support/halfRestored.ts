import type { Backup } from '../../src/contract/backup'
import { WaymarkDatabase } from '../../src/database/database'
import { restore } from '../../src/database/restore'

/** Restores a backup as far as its frameworks, says so, and is there for as long as it is let live. */
addEventListener('message', ({ data }: MessageEvent<{ name: string; backup: Backup }>) => {
  const db = new WaymarkDatabase(data.name)
  db.contents.hook('creating', () => {
    postMessage('half-way')
    // Busy, so that the transaction can neither finish nor fail by itself before the tab is killed.
    for (;;);
  })
  void restore(db, data.backup)
})
