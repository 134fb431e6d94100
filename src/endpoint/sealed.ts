import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import { padded } from '../contract/sealed'
import { Refusal } from './refusal'
import type { PeriodRow } from './store/tables'

/** The bytes in a sealed body; undefined where it does not open. */
export type Opener = (file: Uint8Array) => Promise<Uint8Array | undefined>

/** Whether a summary can be sealed to it: Bech32 carries a check of its own. */
export function isRecipient(recipient: string): boolean {
  try {
    new Encrypter().addRecipient(recipient)
    return true
  } catch {
    return false
  }
}

/**
 * What opens the bodies of a period, by the key HR hands over to close it; bodies of a period that has no recipient are
 * plain, and it needs none. The key stays in the memory of this call. Refused: `key-needed`, `wrong-key`.
 */
export async function openerOf({ recipient }: PeriodRow, identity: string | undefined): Promise<Opener> {
  if (recipient === null) return async (body) => body
  if (identity === undefined) throw new Refusal('key-needed')
  if ((await recipientOf(identity)) !== recipient) throw new Refusal('wrong-key')
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return (file) => decrypter.decrypt(file).catch(() => undefined)
}

/** Undefined for a key that was damaged. What the library would say of it is let go: it could repeat the key. */
async function recipientOf(identity: string): Promise<string | undefined> {
  try {
    return await identityToRecipient(identity)
  } catch {
    return undefined
  }
}

/** The body of a submission that says this text, as a laptop makes it. For the sample and for tests. */
export async function sealedBody(text: string, recipient: string, length: number): Promise<string> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return Buffer.from(await encrypter.encrypt(padded(text, length))).toString('base64url')
}
