import { wordlist } from '@scure/bip39/wordlists/english.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { bitsFrom, type Bits, type RandomBytes } from '../../domain/release/bits'

/** Spelt otherwise here, so heard and typed otherwise. */
const AMERICAN = new Set(
  'armor catalog color defense enroll favorite fiber flavor harbor humor labor license math mom odor program vapor'.split(
    ' ',
  ),
)

/** The 2,048 English words of BIP 39, which the age tool offers too, but for those. No two begin with the same four letters. */
const WORDS = wordlist.filter((word) => !AMERICAN.has(word))
const EVERY_WORD = new Set(wordlist)

const OFFERED_WORDS = 6
const CHECK_WORDS = 4

/**
 * A strong passphrase: six words drawn evenly, joined by hyphens. log₂ 2,031 = 10.99 bits a word, 65.9 in all: at a
 * second a try (work factor 18), a million machines would take a million years to try half of them.
 */
export function offeredPassphrase(randomBytes: RandomBytes): string {
  return drawn(OFFERED_WORDS, bitsFrom(randomBytes)).join('-')
}

/** Fresh bytes from the browser's cryptographic source. */
export const fromBrowser: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count))

/**
 * A passphrase as it is tried: one made only of listed words is heard over the telephone and typed with blanks or
 * capitals, so it is folded to how it was offered. Any other is left exactly as typed, because in a passphrase of
 * one's own a capital or a blank may be what makes it.
 */
export function tidyPassphrase(typed: string): string {
  const words = typed
    .trim()
    .toLowerCase()
    .split(/[\s-]+/)
  return words.length > 1 && words.every((word) => EVERY_WORD.has(word)) ? words.join('-') : typed
}

/** Whether it is six or more listed words, as offered here and by the age tool. */
export function isOffered(passphrase: string): boolean {
  const words = passphrase.split('-')
  return words.length >= OFFERED_WORDS && words.every((word) => EVERY_WORD.has(word))
}

/**
 * Four words that stand for the key on a card, for two people to compare aloud: 44 bits of the SHA-256 of its text.
 * Whoever wanted a card of their own to have the same words would have to make some 2⁴⁴ keys.
 */
export function checkWords(recipient: string): string {
  return drawn(
    CHECK_WORDS,
    bitsFrom(() => sha256(utf8ToBytes(recipient))),
  ).join(' ')
}

function drawn(count: number, bits: Bits): string[] {
  return Array.from({ length: count }, () => WORDS[bits.below(WORDS.length)]!)
}
