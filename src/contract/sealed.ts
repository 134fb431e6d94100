import type { Catalogue } from '../domain/catalogue'
import { ID_MAX_LENGTH } from '../domain/id'
import type { Summary } from './summary'

/** What every summary of a period is padded to, in bytes; the sealed file is some 200 longer. */
const LENGTHS = [4, 8, 16].map((kibibytes) => kibibytes * 1024)

/**
 * The one length, in bytes, of every summary of periods that pin this catalogue: the smallest of 4, 8 and 16 KiB that
 * holds the longest summary it allows (every skill, the longest ids), so that nobody can tell from a sealed file how
 * many skills are in it. With several hundred skills a summary may be longer than 16 KiB: laptops do not send that one.
 */
export function sealedLength({ frameworks }: Pick<Catalogue, 'frameworks'>): number {
  const skills = frameworks.flatMap((framework) => framework.skills.map(({ id }) => id))
  const hash = `sha256-${'A'.repeat(43)}`
  const longest: Summary = {
    v: 1,
    period: 'A'.repeat(32),
    grid: hash,
    catalogue: hash,
    cell: 'a'.repeat(ID_MAX_LENGTH),
    bands: Object.fromEntries(skills.map((id) => [id, 0])),
  }
  const bytes = JSON.stringify(longest).length
  return LENGTHS.find((length) => length >= bytes) ?? LENGTHS.at(-1)!
}

/**
 * The text as it is sealed: blanks after it, which JSON ignores, up to `length`. A summary is ASCII throughout, so that its
 * characters are its bytes.
 */
export function padded(text: string, length: number): string {
  return text.padEnd(length, ' ')
}
