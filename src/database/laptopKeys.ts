import type { WaymarkDatabase } from './database'
import { note, setNote } from './notes'

/** Who the laptop's owner is in packs, made when first asked for. Carried in a copy. */
export function appraisalKey(db: WaymarkDatabase): Promise<string> {
  return keptKey(db, 'appraisalKey')
}

/** What this laptop's writes are known by, made when first asked for. Never in a copy. */
export function laptopKey(db: WaymarkDatabase): Promise<string> {
  return keptKey(db, 'laptopKey')
}

/** Has the laptop sign with a new key when it next writes. */
export function forgetLaptopKey(db: WaymarkDatabase): Promise<void> {
  return setNote(db, 'laptopKey', undefined)
}

function keptKey(db: WaymarkDatabase, name: 'appraisalKey' | 'laptopKey'): Promise<string> {
  return db.transaction('rw', db.notes, async () => {
    const kept = await note(db, name)
    if (kept !== undefined) return kept
    const made = randomKey()
    await setNote(db, name, made)
    return made
  })
}

/** 80 random bits in base 32 digits, each byte giving one of its five-bit halves. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => (byte & 31).toString(32)).join('')
}
