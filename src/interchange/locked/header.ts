import { LockFault, WORK_FACTOR_MAX } from './fault'
import { looksLocked } from './looksLocked'

/** More than the cards of any one file, and few enough that trying each takes no time. */
export const RECIPIENTS_MAX = 256

/** Room for that many stanzas of the largest kind there is. */
const HEADER_MAX_BYTES = 1024 * 1024

/**
 * What the first lines of a locked file say it is locked with, read before any work is done for it. Format: "The
 * age file encryption format" (C2SP, age-encryption.org/v1), Header: a version line, stanzas that start with
 * `-> `, and a line that starts with `---`.
 * @throws LockFault for a file that is not one, is cut off, or asks for more than is ever done.
 */
export function lockedWith(bytes: Uint8Array): 'passphrase' | 'keys' {
  if (!looksLocked(bytes)) throw new LockFault('not-locked')
  const [version, ...lines] = headerLines(bytes)
  if (version !== 'age-encryption.org/v1') throw new LockFault('newer')
  const stanzas = lines.filter((line) => line.startsWith('-> ')).map((line) => line.slice(3).split(' '))
  if (stanzas.length === 0) throw new LockFault('damaged')
  if (stanzas.length > RECIPIENTS_MAX) throw new LockFault('too-hard')
  const scrypt = stanzas.find(([kind]) => kind === 'scrypt')
  if (scrypt === undefined) return 'keys'
  checkScrypt(scrypt, stanzas.length)
  return 'passphrase'
}

/** A passphrase stands alone, so that whoever opens a file with it knows that only its knowers could have made it. */
function checkScrypt([, salt, factor, ...more]: string[], stanzas: number): void {
  const wellFormed = salt !== undefined && more.length === 0 && /^[1-9]\d*$/.test(factor ?? '')
  if (!wellFormed || stanzas > 1) throw new LockFault('damaged')
  if (Number(factor) > WORK_FACTOR_MAX) throw new LockFault('too-hard')
}

function headerLines(bytes: Uint8Array): string[] {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, HEADER_MAX_BYTES))
  const firstLine = text.slice(0, text.indexOf('\n'))
  if (/^age-encryption\.org\/v(?!1$)\d+$/.test(firstLine)) throw new LockFault('newer')
  const end = text.indexOf('\n--- ')
  if (end < 0) throw new LockFault('damaged')
  return text.slice(0, end).split('\n')
}
