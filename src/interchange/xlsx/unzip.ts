import { ImportFault } from '../fault'

/** More than any sheet a person keeps by hand; a small archive can hold far more than it seems to. */
const UNPACKED_MAX_BYTES = 64 * 1024 * 1024
const END = 0x06054b50
const CENTRAL = 0x02014b50
const STORED = 0
const DEFLATED = 8

/** Texts of an archive, each unpacked when asked for. */
export interface Archive {
  has(name: string): boolean
  /** @throws ImportFault where it is missing, damaged or too large. */
  text(name: string): Promise<string>
}

interface Entry {
  method: number
  packed: number
  local: number
}

/**
 * Opens a ZIP archive (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16) by its central directory.
 * @throws ImportFault for bytes that are no such archive.
 */
export function unzip(file: string, bytes: Uint8Array<ArrayBuffer>): Archive {
  const damaged = () => new ImportFault(`${file} is damaged or cut off: it cannot be unpacked.`)
  const entries = inRange(() => entriesOf(bytes), damaged)
  let left = UNPACKED_MAX_BYTES
  return {
    has: (name) => entries.has(name),
    async text(name) {
      const entry = entries.get(name)
      if (entry === undefined) throw new ImportFault(`${file} is no workbook: it has no ${name}.`)
      const packed = inRange(() => packedBytes(bytes, entry), damaged)
      const unpacked = await inflated(packed, entry.method, left).catch(() => {
        throw damaged()
      })
      if (unpacked === undefined) throw new ImportFault(`${file} unpacks to more than any sheet of skills.`)
      left -= unpacked.length
      return new TextDecoder().decode(unpacked)
    },
  }
}

function inRange<T>(read: () => T, damaged: () => ImportFault): T {
  try {
    return read()
  } catch {
    throw damaged()
  }
}

function entriesOf(bytes: Uint8Array<ArrayBuffer>): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (view.getUint32(end, true) !== END) end -= 1
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new RangeError('no entry here')
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      local: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function packedBytes(bytes: Uint8Array<ArrayBuffer>, { local, packed }: Entry): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + packed > bytes.length) throw new RangeError('past the end')
  return bytes.subarray(start, start + packed)
}

/** Undefined where it would be more than `most` bytes: stopped there, never unpacked whole. */
async function inflated(packed: Uint8Array<ArrayBuffer>, method: number, most: number) {
  if (method === STORED) return packed.length > most ? undefined : packed
  if (method !== DEFLATED) throw new RangeError('packed in another way')
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length
    if (length > most) {
      await reader.cancel()
      return undefined
    }
    parts.push(read.value)
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}
