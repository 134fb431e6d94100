import { unzip, type Archive } from './xlsx/unzip'

const RELATIONSHIPS = 'xl/_rels/workbook.xml.rels'
const STRINGS = 'xl/sharedStrings.xml'
/** No sheet of skills is wider; a stray cell far to the right is left out. */
const COLUMNS_MAX = 200

/**
 * The first sheet of an XLSX workbook (ECMA-376, SpreadsheetML) as rows of text, gaps as empty cells, row 1 first.
 * Numbers are as stored, so a date is its serial day. Read by our own scanner: the browser's XML reader is barred by
 * Trusted Types, and the libraries that do without it start workers our Content-Security-Policy refuses.
 * @throws ImportFault for bytes that are no workbook.
 */
export async function firstSheet(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> {
  const archive = unzip(file, bytes)
  const strings = archive.has(STRINGS) ? sharedStrings(await archive.text(STRINGS)) : []
  return rowsOf(await archive.text(await firstSheetName(archive)), strings)
}

async function firstSheetName(archive: Archive): Promise<string> {
  const [sheet = ''] = tags(await archive.text('xl/workbook.xml'), 'sheet')
  const id = attribute(sheet, '[a-z]+:id')
  const relationships = tags(await archive.text(RELATIONSHIPS), 'Relationship')
  const target = attribute(relationships.find((each) => attribute(each, 'Id') === id) ?? '', 'Target') ?? ''
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** Opening tags of this name, whatever prefix they carry. */
function tags(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^<>]*>`, 'g')) ?? []
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return value === null ? undefined : unescaped(value[1] ?? value[2] ?? '')
}

function sharedStrings(xml: string): string[] {
  return parts(xml, 'si').map(({ inner }) => textOf(inner))
}

/** Section 18.4.8: phonetic hints stand beside the text and are no part of it. */
function textOf(xml: string): string {
  const hints = parts(xml, 'rPh').map(({ inner }) => inner)
  const bare = hints.reduce((text, hint) => text.replace(hint, ''), xml)
  return parts(bare, 't')
    .map(({ inner }) => unescaped(inner))
    .join('')
}

function rowsOf(xml: string, strings: readonly string[]): string[][] {
  const rows: string[][] = []
  for (const { open, inner } of parts(xml, 'row')) {
    const number = Number(attribute(open, 'r') ?? rows.length + 1)
    if (!Number.isInteger(number) || number <= rows.length || number > 1_048_576) continue
    while (rows.length < number - 1) rows.push([])
    rows.push(cellsOf(inner, strings))
  }
  return rows
}

function cellsOf(xml: string, strings: readonly string[]): string[] {
  const cells: string[] = []
  for (const { open, inner } of parts(xml, 'c')) {
    const column = columnOf(attribute(open, 'r')) ?? cells.length
    if (column < cells.length || column >= COLUMNS_MAX) continue
    while (cells.length < column) cells.push('')
    cells.push(valueOf(attribute(open, 't'), inner, strings))
  }
  return cells
}

function valueOf(type: string | undefined, inner: string, strings: readonly string[]): string {
  if (type === 'inlineStr') return textOf(inner)
  const value = unescaped(parts(inner, 'v')[0]?.inner ?? '')
  return type === 's' ? (strings[Number(value)] ?? '') : value
}

/** `C7` is column 2, counted from 0. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place ?? '')?.[0]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Elements of this name, in one pass: none of those read here holds another of its own name. */
function parts(xml: string, name: string): { open: string; inner: string }[] {
  const found: { open: string; inner: string }[] = []
  const pattern = new RegExp(`<(/?)(?:\\w+:)?${name}(?:\\s[^<>]*)?>`, 'g')
  let open: { tag: string; end: number } | undefined
  for (let match = pattern.exec(xml); match !== null; match = pattern.exec(xml)) {
    const [tag, closes] = match
    if (closes === '/') {
      if (open !== undefined) found.push({ open: open.tag, inner: xml.slice(open.end, match.index) })
      open = undefined
    } else if (tag.endsWith('/>')) found.push({ open: tag, inner: '' })
    else open = { tag, end: pattern.lastIndex }
  }
  return found
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  const plain = text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name)] ?? whole
    const code = decimal === undefined ? parseInt(String(hex), 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
  return plain.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(parseInt(String(hex), 16)))
}
