/** A database as an earlier version left it on the disk; see `tests/fixtures/database`. */
export interface WrittenDatabase {
  version: number
  stores: {
    name: string
    keyPath: string
    indexes: { name: string; keyPath: string }[]
    rows: object[]
  }[]
}

/** Writes it under `name` with the browser's own IndexedDB, so that none of our code has a part in it. */
export async function writeDatabase(name: string, written: WrittenDatabase): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name, written.version)
    opening.onupgradeneeded = () => {
      for (const { name: store, keyPath, indexes } of written.stores) {
        const created = opening.result.createObjectStore(store, { keyPath })
        for (const index of indexes) created.createIndex(index.name, index.keyPath)
      }
    }
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const transaction = db.transaction(
    written.stores.map((store) => store.name),
    'readwrite',
  )
  for (const { name: store, rows } of written.stores) {
    for (const row of rows) transaction.objectStore(store).add(row)
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
  db.close()
}
