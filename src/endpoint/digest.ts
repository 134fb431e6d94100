import { createHash, timingSafeEqual } from 'node:crypto'

/** The base64url, without padding, of the SHA-256 of these bytes or of a text's UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url')
}

/** How the API names exact bytes. */
export function versionOf(content: string | Uint8Array): string {
  return `sha256-${sha256(content)}`
}

/** Whether a secret is the one whose hash is kept, in a time that does not depend on where they differ. */
export function matchesHash(secret: string, hash: string): boolean {
  const [given, kept] = [Buffer.from(sha256(secret)), Buffer.from(hash)]
  return given.length === kept.length && timingSafeEqual(given, kept)
}
