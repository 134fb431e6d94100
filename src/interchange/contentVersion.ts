import type { Framework } from '../domain/framework'
import { applyRenames, type ConfirmedRename } from '../domain/renames/applyRenames'

/** The hash of a text, in hex. Passed in, because the platform's is asynchronous and not everywhere. */
export type Digest = (text: string) => Promise<string>

/** 64 bits of the hash: two editions of one framework meet by chance once in 10^19. */
const DIGITS = 16

/** The version of a framework whose files carry none: the SHA-256 of what it holds. */
export async function contentVersion(content: Omit<Framework, 'version'>, digest: Digest): Promise<string> {
  return `sha256-${(await digest(JSON.stringify(content))).slice(0, DIGITS)}`
}

/**
 * A next edition under the earlier ids of what a person says was only renamed. That is another content, so it
 * gets a version of its own: the ref in a rating always leads to the words that were read.
 * @throws RangeError where one id would be used twice.
 */
export async function renamedEdition(
  framework: Framework,
  confirmed: readonly ConfirmedRename[],
  digest: Digest,
): Promise<Framework> {
  if (confirmed.length === 0) return framework
  const { version: _version, ...content } = applyRenames(framework, confirmed)
  return { ...content, version: await contentVersion(content, digest) }
}

/** SHA-256 by the platform's own cryptography, which a secure context has. */
export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
