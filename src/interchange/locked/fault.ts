/** The largest locked file made or opened, in bytes. */
export const LOCKED_MAX_BYTES = 64 * 1024 * 1024

/** The largest scrypt work factor that is done for a file: 2²⁰ rounds, a gigabyte and some seconds. */
export const WORK_FACTOR_MAX = 20

const SENTENCES = {
  'wrong-passphrase': 'That is not the passphrase this file was locked with.',
  'wrong-key': 'This file was not locked to your card, so your key does not open it.',
  'no-key': 'This file is locked to a manager’s card, and this laptop has the key of none.',
  'passphrase-needed': 'This file is locked with a passphrase, not to a card.',
  'key-needed': 'This file is locked to a manager’s card, so a passphrase does not open it.',
  'wrong-card': 'This card holds no key that a file can be locked to.',
  'not-locked': 'This is not a locked file: it is not in the age format.',
  newer: 'This file is locked in a newer way than this Waymark knows: update it first.',
  damaged: 'This file is cut off or was changed on its way: ask for it again.',
  'not-text': 'What is locked in this file is not text, so Waymark did not write it.',
  'too-hard': `This file asks for more work than any honest one (a factor above ${WORK_FACTOR_MAX}), so it was left alone.`,
  'too-large': `This is larger than ${LOCKED_MAX_BYTES / 1024 / 1024} MB, the most that is locked or opened.`,
  'no-memory': 'The browser has too little memory for this lock: close other programs, and try again.',
} as const

export type LockTrouble = keyof typeof SENTENCES

/** Why something could not be locked or unlocked: which trouble it was, and one sentence for the person. */
export class LockFault extends Error {
  override name = 'LockFault'

  constructor(readonly trouble: LockTrouble) {
    super(SENTENCES[trouble])
  }
}
