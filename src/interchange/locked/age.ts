import { armor, Decrypter, Encrypter } from 'age-encryption'
import { LOCKED_MAX_BYTES, LockFault } from './fault'
import { lockedWith, RECIPIENTS_MAX } from './header'
import { isArmoured } from './looksLocked'
import { fromPassphrases, toPassphrase, type OnShare } from './passphraseLock'
import { tidyPassphrase } from './words'

/**
 * What a file is locked with: one passphrase, or the cards of everyone who may open it. Never both: the age format
 * has a passphrase stand alone, so that nobody who knows it can be given a file that another made in its name.
 */
export type LockWith = { passphrase: string } | { recipients: readonly string[] }

/** What is tried on a locked file: a passphrase as typed, or keys. */
export type UnlockWith = { passphrase: string } | { identities: readonly string[] }

/**
 * The text as an age file (C2SP "age", v1), which every tool for that format opens. Takes about a second a
 * passphrase: to be called in a worker.
 * @throws LockFault
 */
export async function lockText(text: string, by: LockWith, onShare: OnShare): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  if ('passphrase' in by) encrypter.addRecipient(toPassphrase(by.passphrase, onShare))
  else addRecipients(encrypter, by.recipients)
  const locked = await encrypter.encrypt(text)
  if (locked.length > LOCKED_MAX_BYTES) throw new LockFault('too-large')
  return locked
}

function addRecipients(encrypter: Encrypter, recipients: readonly string[]): void {
  // With none, the file would be shut for everybody, its maker included.
  if (recipients.length === 0 || recipients.length > RECIPIENTS_MAX) throw new LockFault('wrong-card')
  try {
    for (const recipient of recipients) encrypter.addRecipient(recipient)
  } catch {
    throw new LockFault('wrong-card')
  }
}

/**
 * The text in an age file, whether plain or armoured. All of it or none: what was cut off or changed is refused.
 * A passphrase is tried as tidied (see `tidyPassphrase`) and, where that differs, as typed.
 * @throws LockFault
 */
export async function unlockText(file: Uint8Array, by: UnlockWith, onShare: OnShare): Promise<string> {
  if (file.length > LOCKED_MAX_BYTES) throw new LockFault('too-large')
  const bytes = isArmoured(file) ? withoutArmour(file) : file
  return asText(await decrypted(bytes, decrypterFor(lockedWith(bytes), by, onShare)))
}

function decrypterFor(lock: 'passphrase' | 'keys', by: UnlockWith, onShare: OnShare): Decrypter {
  const decrypter = new Decrypter()
  if ('passphrase' in by) {
    if (lock === 'keys') throw new LockFault('key-needed')
    const tries = new Set([tidyPassphrase(by.passphrase), by.passphrase])
    decrypter.addIdentity(fromPassphrases([...tries], onShare))
  } else {
    if (lock === 'passphrase') throw new LockFault('passphrase-needed')
    if (by.identities.length === 0) throw new LockFault('no-key')
    for (const identity of by.identities) decrypter.addIdentity(identity)
  }
  // They are tried in turn, so this one is asked only where none before it fits.
  decrypter.addIdentity({
    unwrapFileKey() {
      throw new LockFault('passphrase' in by ? 'wrong-passphrase' : 'wrong-key')
    },
  })
  return decrypter
}

async function decrypted(bytes: Uint8Array, decrypter: Decrypter): Promise<Uint8Array> {
  try {
    return await decrypter.decrypt(bytes)
  } catch (reason) {
    throw reason instanceof LockFault ? reason : new LockFault('damaged')
  }
}

function withoutArmour(file: Uint8Array): Uint8Array {
  try {
    return armor.decode(new TextDecoder('latin1').decode(file))
  } catch {
    throw new LockFault('damaged')
  }
}

function asText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new LockFault('not-text')
  }
}
