import { isOffered, tidyPassphrase } from './words'

/** Fewer can be tried one by one; more would be written on a note. */
const OWN_MIN_LENGTH = 12

/** What is tried first against every lock, so each adds no more than one character would. */
const OBVIOUS =
  /password|passphrase|passwort|letmein|welcome|qwerty(?:uiop)?|asdfgh(?:jkl)?|1q2w3e4r|changeme|secret|admin|council|waymark|appraisal|(?:spring|summer|autumn|winter)?20\d\d/gi

/** Whether a passphrase will do, and one sentence that says so. */
export interface Strength {
  fit: boolean
  sentence: string
}

/**
 * Whether something is locked with this passphrase. A rule can only refuse what is short or obvious: no sum tells
 * how hard words are to guess that a person thought of, so none is shown; only of the offered words is it known.
 */
export function strengthOf(passphrase: string): Strength {
  if (isOffered(tidyPassphrase(passphrase))) {
    return { fit: true, sentence: 'Strong: words drawn by chance, too many to try.' }
  }
  if (passphrase.trim().length < OWN_MIN_LENGTH) {
    return {
      fit: false,
      sentence: `Too short: use at least ${OWN_MIN_LENGTH} characters, or the words offered.`,
    }
  }
  if (withoutObvious(passphrase.trim()).length < OWN_MIN_LENGTH) {
    return { fit: false, sentence: 'Too easy to guess: it is made of what is tried first.' }
  }
  return {
    fit: true,
    sentence: 'Long enough. How hard it is to guess, only you can know; the words offered are hard.',
  }
}

/** What is left when each obvious piece, run of one character and run in order counts as one character. */
function withoutObvious(passphrase: string): string {
  const pieces = passphrase.replace(OBVIOUS, '·').replace(/(.)\1+/g, '$1')
  return [...pieces].filter((character, at, all) => !follows(all[at - 1], character)).join('')
}

/** `bcd` after `a`, or `321` after `4`. */
function follows(before: string | undefined, character: string): boolean {
  if (before === undefined || !/[a-z0-9]/i.test(before)) return false
  return Math.abs(character.charCodeAt(0) - before.charCodeAt(0)) === 1
}
