/** What was pasted, as text that keeps its links. */
export interface PastedText {
  text: string
  /** Where the one link in it leads; several are written out in the text. */
  url?: string
}

/** More than any clipping somebody means as evidence. */
const LONGEST = 200_000
/** Tags and what stands between them; a tag holds no other, so reading takes one pass whatever is pasted. */
const TAGS = /(<[^<>]*>)/
const NAME = /^<(\/?)([a-z][a-z0-9]*)/i
const NOT_SHOWN = new Set(['head', 'style', 'script', 'title', 'xml'])
const LINE_ENDS = new Set(['br', 'p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i

/** A run of text, and where it leads if it stands in a link. */
interface Piece {
  text: string
  url?: string
}

/**
 * A clipping of HTML as text, or undefined where it holds no link worth keeping and plain text does as well.
 * Read by pattern and never made into elements: nothing pasted can run here.
 */
export function pastedText(html: string): PastedText | undefined {
  if (html.length > LONGEST) return undefined
  const pieces = piecesOf(html)
  const urls = new Set(pieces.flatMap(({ url }) => url ?? []))
  if (urls.size === 0) return undefined
  if (urls.size === 1) return { text: tidy(pieces.map(({ text }) => text)), url: [...urls][0] }
  return {
    text: tidy(
      pieces.map(({ text, url }) => (url === undefined || text.trim() === url ? text : `${text} (${url})`)),
    ),
  }
}

function piecesOf(html: string): Piece[] {
  const pieces: Piece[] = []
  let hidden: string | undefined
  let link: Piece | undefined
  for (const token of html.split(TAGS)) {
    const [isTag, closes, name] = NAME.exec(token) ?? []
    const tag = name?.toLowerCase() ?? ''
    if (hidden !== undefined) {
      if (closes === '/' && tag === hidden) hidden = undefined
    } else if (isTag === undefined) {
      if (!token.startsWith('<!')) addText(decoded(token).replace(/\s+/g, ' '))
    } else if (closes === '' && NOT_SHOWN.has(tag)) hidden = tag
    else if (tag === 'a') link = closes === '/' ? undefined : openLink(token)
    else if (LINE_ENDS.has(tag)) addText('\n')
  }
  return pieces

  function addText(text: string) {
    if (link === undefined) pieces.push({ text })
    else link.text += text
  }

  function openLink(token: string): Piece | undefined {
    const [, double, single, bare] = HREF.exec(token) ?? []
    const url = decoded(double ?? single ?? bare ?? '').trim()
    if (!isLink(url)) return undefined
    const opened = { text: '', url }
    pieces.push(opened)
    return opened
  }
}

function tidy(texts: readonly string[]): string {
  const lines = texts
    .join('')
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
  return lines.filter((line) => line !== '').join('\n')
}

/** A typed link made whole; undefined for none, null for what is no web or mail link. */
export function linkFrom(typed: string): string | undefined | null {
  const trimmed = typed.trim()
  if (trimmed === '') return undefined
  const whole = /^www\./i.test(trimmed) ? `https://${trimmed}` : trimmed
  return isLink(whole) ? whole : null
}

function isLink(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)\S+$/i.test(url) && URL.canParse(url)
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? parseInt(String(hex), 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
