/** One file to go into an archive. The name is ASCII, with `/` between folders. */
export interface ZipEntry {
  name: string
  text: string
}

/** 1 January 1980, the earliest there is: equal content gives an equal archive. */
const DOS_DATE = 0x21
const VERSION = 20
const DEFLATED = 8

/** Packs texts, as UTF-8, into a ZIP archive (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16), deflated. */
export async function zip(entries: readonly ZipEntry[]): Promise<Uint8Array<ArrayBuffer>> {
  const locals: Uint8Array<ArrayBuffer>[] = []
  const centrals: Uint8Array<ArrayBuffer>[] = []
  let offset = 0
  for (const { name, text } of entries) {
    const content = new TextEncoder().encode(text)
    const packed = await deflate(content)
    const about = aboutEntry(content, packed, name)
    locals.push(record(0x04034b50, [[VERSION, 2], ...about, [0, 2]], name), packed)
    const place: Field[] = [
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [offset, 4],
    ]
    centrals.push(record(0x02014b50, [[VERSION, 2], [VERSION, 2], ...about, ...place], name))
    offset = sizeOf(locals)
  }
  const count = entries.length
  const end: Field[] = [
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [sizeOf(centrals), 4],
    [offset, 4],
    [0, 2],
  ]
  return joined([...locals, ...centrals, record(0x06054b50, end)])
}

/** A little-endian number and how many bytes it takes. */
type Field = [value: number, bytes: 2 | 4]

/** The fields that an entry's local and central header share. */
function aboutEntry(content: Uint8Array, packed: Uint8Array, name: string): Field[] {
  return [
    [0, 2],
    [DEFLATED, 2],
    [0, 2],
    [DOS_DATE, 2],
    [crc32(content), 4],
    [packed.length, 4],
    [content.length, 4],
    [name.length, 2],
  ]
}

function record(signature: number, fields: readonly Field[], name = ''): Uint8Array<ArrayBuffer> {
  const all: Field[] = [[signature, 4], ...fields]
  const length = all.reduce((sum, [, bytes]) => sum + bytes, 0)
  const out = new Uint8Array(length + name.length)
  const view = new DataView(out.buffer)
  let at = 0
  for (const [value, bytes] of all) {
    if (bytes === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += bytes
  }
  out.set(new TextEncoder().encode(name), at)
  return out
}

async function deflate(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([content]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0)
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(sizeOf(parts))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

/** CRC-32 as of ISO 3309, which ZIP asks for. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ CRC_TABLE[(crc ^ byte) & 0xff]!
  return (crc ^ 0xffffffff) >>> 0
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  return crc
})
