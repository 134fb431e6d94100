import type { Pack } from '../../contract/pack'
import type { FileRecord } from '../../domain/appraisal/fileRecord'
import type { ManagerKey } from '../../contract/card'
import { lockedWith } from '../../interchange/locked/header'
import { LOCKED_MAX_BYTES, LockFault, unlock, type Watching } from '../../interchange/locked/lock'
import { isArmoured, looksLocked } from '../../interchange/locked/looksLocked'
import { checkPackSize, PackFault, readPack } from '../../interchange/pack'

/** A file that was opened, or one that waits for its passphrase. */
export type Chosen =
  { pack: Pack; locked: FileRecord['locked'] } | { needs: 'passphrase'; bytes: Uint8Array<ArrayBuffer> }

const NO_KEY =
  'is locked to a manager’s card, and there is no manager’s key on this laptop. If the card is yours, restore the locked copy that has its key, in Settings. If not, ask for the file locked with a passphrase.'
const OTHER_KEY =
  'is locked to another card than yours. If you made that card on an earlier laptop, restore the locked copy that has its key, in Settings. If not, ask for the file again, locked to the card you have now or with a passphrase.'

/**
 * Reads a file somebody chose: with the manager's keys of this laptop where it is locked to a card, as it is where
 * it is not locked at all. Writes nothing.
 * @throws PackFault or LockFault, one sentence for the person.
 */
export async function readPackFile(file: File, keys: readonly ManagerKey[]): Promise<Chosen> {
  // By size alone first, so that a huge file is refused without being read.
  if (file.size > LOCKED_MAX_BYTES) throw new LockFault('too-large')
  const bytes = await bytesOf(file)
  if (!looksLocked(bytes)) {
    checkPackSize(file.name, bytes.length)
    return { pack: readPack(file.name, new TextDecoder().decode(bytes)), locked: 'no' }
  }
  if (isArmoured(bytes) ? keys.length === 0 : lockedWith(bytes) === 'passphrase')
    return { needs: 'passphrase', bytes }
  if (keys.length === 0) throw new PackFault(`${file.name} ${NO_KEY}`)
  return openWithKeys(file.name, bytes, keys)
}

/**
 * Tries a passphrase on a locked file.
 * @throws LockFault or PackFault, one sentence for the person; the signal's reason when they stop it.
 */
export async function openWithPassphrase(
  name: string,
  bytes: Uint8Array,
  passphrase: string,
  watching?: Watching,
): Promise<Chosen> {
  const text = await unlock(bytes, { passphrase }, watching)
  return { pack: readPack(name, text), locked: 'passphrase' }
}

async function openWithKeys(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  keys: readonly ManagerKey[],
): Promise<Chosen> {
  try {
    const text = await unlock(bytes, { identities: keys.map(({ identity }) => identity) })
    return { pack: readPack(name, text), locked: 'card' }
  } catch (fault) {
    if (fault instanceof LockFault && fault.trouble === 'passphrase-needed')
      return { needs: 'passphrase', bytes }
    if (fault instanceof LockFault && fault.trouble === 'wrong-key')
      throw new PackFault(`${name} ${OTHER_KEY}`)
    throw fault
  }
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    throw new PackFault(`${file.name} could not be read: it has moved, or another program holds it.`)
  }
}
