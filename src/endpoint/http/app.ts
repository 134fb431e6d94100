import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../refusal'

type Encoding = 'br' | 'gzip'

interface AppFile {
  type: string
  etag: string
  caching: string
  bytes: Buffer
  /** Made when first asked for, then kept. */
  compressed: Partial<Record<Encoding, Promise<Buffer>>>
}

/** The built app in memory, by path. What is not in here is not served: no path of a request reaches the disk. */
export type AppFiles = ReadonlyMap<string, AppFile>

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}
const COMPRESSED_ALREADY = new Set(['image/png', 'font/woff2'])
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

/** Reads the built app, with `<base href>` set to where it is served. Empty where it is not built. */
export function readApp(folder: string, base: string): AppFiles {
  return new Map(
    filesIn(folder).map((path) => {
      const name = relative(folder, path).split(sep).join('/')
      const content = readFileSync(path)
      const bytes = name === 'index.html' ? withBase(content.toString(), base) : content
      return [name, appFile(name, bytes)]
    }),
  )
}

/**
 * Answers with a file of the app, or for a page's address with `index.html`: the app's own router knows the
 * pages. What is missing below `api/` or `assets/`, or has an extension, is refused `not-found`.
 */
export async function sendFile(
  app: AppFiles,
  path: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const file = app.get(path) ?? (isPage(path) ? app.get('index.html') : undefined)
  if (file === undefined) throw new Refusal('not-found')
  reply.headers({ etag: file.etag, 'cache-control': file.caching, vary: 'Accept-Encoding' })
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send()
  const encoding = encodingFor(file, request.headers['accept-encoding'])
  if (encoding !== undefined) reply.header('content-encoding', encoding)
  return reply.type(file.type).send(encoding === undefined ? file.bytes : await compressed(file, encoding))
}

function filesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  } catch {
    return []
  }
}

function withBase(html: string, base: string): Buffer {
  const element = `<base href="${base}" />`
  const replaced = html.replace(/<base\b[^>]*>/, element)
  return Buffer.from(replaced.includes(element) ? replaced : html.replace('<head>', `<head>${element}`))
}

function appFile(name: string, bytes: Buffer): AppFile {
  return {
    type: TYPES[extname(name)] ?? 'application/octet-stream',
    etag: `W/"${createHash('sha256').update(bytes).digest('base64url')}"`,
    // Names below assets/ hold a hash of what is in them.
    caching: name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    bytes,
    compressed: {},
  }
}

function isPage(path: string): boolean {
  return !/^(api|assets)(\/|$)/.test(path) && !/\.[^/]+$/.test(path)
}

function encodingFor(file: AppFile, accepted = ''): Encoding | undefined {
  if (COMPRESSED_ALREADY.has(file.type)) return undefined
  const takes = (encoding: Encoding) =>
    new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(\\.0*)?\\b)`).test(accepted)
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined
}

function compressed(file: AppFile, encoding: Encoding): Promise<Buffer> {
  return (file.compressed[encoding] ??=
    encoding === 'br' ? promisify(brotliCompress)(file.bytes, BROTLI) : promisify(gzip)(file.bytes))
}
