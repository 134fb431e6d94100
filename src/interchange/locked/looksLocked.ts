const FIRST_LINE = 'age-encryption.org/'
const FIRST_LINE_ARMOURED = '-----BEGIN AGE ENCRYPTED FILE-----'

/** Whether a file starts as a locked one does, so that it is unlocked before it is read. */
export function looksLocked(bytes: Uint8Array): boolean {
  return startsWith(bytes, FIRST_LINE) || isArmoured(bytes)
}

/** Whether it is the form of a locked file that goes through e-mail as text; blanks may come before it. */
export function isArmoured(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 256))
  return text.trimStart().startsWith(FIRST_LINE_ARMOURED)
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, text.length)) === text
}
