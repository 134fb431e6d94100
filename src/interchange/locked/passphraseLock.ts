import type { Identity, Recipient } from 'age-encryption'
import { Stanza } from 'age-encryption'
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { scrypt } from '@noble/hashes/scrypt.js'
import { randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64nopad } from '@scure/base'
import { LockFault } from './fault'

/** 2¹⁸ rounds and 256 MB: about a second on a laptop, and again for each passphrase a thief tries. */
export const WORK_FACTOR = 18

const LABEL = utf8ToBytes('age-encryption.org/v1/scrypt')

/** The stanza is read only once its key is drawn from a salt of its own, so its nonce may be nothing. */
const NONCE = new Uint8Array(12)

/** How much of the work is done, 0 to 1. */
export type OnShare = (share: number) => void

/**
 * The scrypt stanza of the age format (C2SP "age", The scrypt recipient type), written here because the library's
 * own tells nobody how far it is.
 */
export function toPassphrase(passphrase: string, onShare: OnShare): Recipient {
  return {
    wrapFileKey(fileKey) {
      const salt = randomBytes(16)
      const key = stretched(passphrase, salt, WORK_FACTOR, onShare)
      const body = chacha20poly1305(key, NONCE).encrypt(fileKey)
      return [new Stanza(['scrypt', base64nopad.encode(salt), String(WORK_FACTOR)], body)]
    },
  }
}

/** Opens that stanza with the first of the passphrases that does. The header was checked before. */
export function fromPassphrases(passphrases: readonly string[], onShare: OnShare): Identity {
  return {
    unwrapFileKey([stanza]) {
      const [, salt = '', factor = ''] = stanza?.args ?? []
      for (const [at, passphrase] of passphrases.entries()) {
        const key = stretched(passphrase, base64nopad.decode(salt), Number(factor), (share) =>
          onShare((at + share) / passphrases.length),
        )
        const fileKey = opened(key, stanza?.body)
        if (fileKey !== null) return fileKey
      }
      return null
    },
  }
}

function opened(key: Uint8Array, body: Uint8Array = new Uint8Array()): Uint8Array | null {
  if (body.length !== 32) throw new LockFault('damaged')
  try {
    return chacha20poly1305(key, NONCE).decrypt(body)
  } catch {
    return null
  }
}

/** @throws LockFault where the browser will not give the memory, which is a kilobyte a round. */
function stretched(passphrase: string, salt: Uint8Array, factor: number, onProgress: OnShare): Uint8Array {
  const labelled = new Uint8Array([...LABEL, ...salt])
  try {
    return scrypt(passphrase, labelled, { N: 2 ** factor, r: 8, p: 1, dkLen: 32, onProgress })
  } catch (reason) {
    throw reason instanceof RangeError ? new LockFault('no-memory') : reason
  }
}
