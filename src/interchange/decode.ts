import { ImportFault } from './fault'

export type Encoding = 'UTF-8' | 'UTF-16' | 'windows-1252'

export interface Decoded {
  text: string
  encoding: Encoding
}

/** The largest file taken, in bytes. The largest framework file known (O*NET) is under 6 MB. */
export const FILE_MAX_BYTES = 20 * 1024 * 1024

/**
 * Bytes as text: UTF-16 where a byte order mark says so, else UTF-8, else windows-1252
 * (what older spreadsheets save), which the caller must tell the person. A byte order
 * mark is taken off.
 * @throws ImportFault for a file that is empty, too large, or not text.
 */
export function decode(file: string, bytes: Uint8Array): Decoded {
  checkSize(file, bytes.length)
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    throw new ImportFault(`${file} is a workbook or a ZIP archive: open it and save the sheet as CSV first.`)
  }
  const decoded = decodeAs(file, bytes)
  if (holdsControls(decoded.text)) throw new ImportFault(`${file} is not a text file.`)
  return decoded
}

/** @throws ImportFault when there is nothing in the file, or more than is ever taken. */
export function checkSize(file: string, bytes: number): void {
  if (bytes === 0) throw new ImportFault(`${file} is empty.`)
  if (bytes > FILE_MAX_BYTES) {
    const limit = FILE_MAX_BYTES / 1024 / 1024
    throw new ImportFault(`${file} is larger than ${limit} MB, which no framework file is.`)
  }
}

function decodeAs(file: string, bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0xff, 0xfe)) return { text: strict(file, bytes, 'utf-16le'), encoding: 'UTF-16' }
  if (startsWith(bytes, 0xfe, 0xff)) return { text: strict(file, bytes, 'utf-16be'), encoding: 'UTF-16' }
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return { text: strict(file, bytes, 'utf-8'), encoding: 'UTF-8' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    return { text: fromWindows1252(bytes), encoding: 'windows-1252' }
  }
}

/** What windows-1252 has at 0x80 to 0x9F (WHATWG Encoding Standard); a space stands where it has nothing. */
const HIGH = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** Some Node versions decode windows-1252 as Latin-1, which loses curly quotes; so the difference is made here. */
function fromWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes)
  return text.replace(/[\u0080-\u009F]/g, (character) => HIGH.charAt(character.charCodeAt(0) - 0x80))
}

/** A file that names its own encoding and breaks it is damaged, so nothing else is tried. */
function strict(file: string, bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new ImportFault(
      `${file} says it is ${encoding.toUpperCase()} and is not: it is cut off or damaged.`,
    )
  }
}

/** Control characters no text file holds: all of C0 but tab, line feed, form feed and carriage return. */
function holdsControls(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 9 || code === 11 || (code > 13 && code < 32)) return true
  }
  return false
}

function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}
