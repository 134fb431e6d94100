import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Every byte of every file of the folder, but of those that are left out by name. */
export function bytesIn(folder: string, leaveOut: readonly string[] = []): Buffer {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !leaveOut.some((left) => name === left || name.startsWith(`${left}/`)))
    .map((name) => join(folder, name))
  return Buffer.concat(entries.filter((path) => statSync(path).isFile()).map((path) => readFileSync(path)))
}

/** What each laptop sends along, and could be known by. */
export function marksOf(place: number): Record<string, string> {
  const address = `203.0.113.${place % 250}`
  return {
    'user-agent': `Laptop-Of-Person-${place}/1.0`,
    'x-forwarded-for': address,
    forwarded: `for=${address}`,
    'x-real-ip': address,
    from: `person${place}@county.example`,
    cookie: `who=person-${place}-cookie`,
    referer: `https://county.example/person-${place}`,
    'accept-language': `en-person-${place}`,
    authorization: `Bearer person-${place}-token`,
  }
}

/** Those of the texts that are in the bytes, as themselves, or as UTF-16 or hexadecimal. */
export function present(bytes: Buffer, texts: readonly string[]): string[] {
  const lower = bytes.toString('latin1').toLowerCase()
  return texts.filter(
    (text) => lower.includes(text.toLowerCase()) || bytes.includes(Buffer.from(text, 'utf16le')),
  )
}

/** The minute and the seconds since 1970 of every second since then, in the forms a database or log keeps. */
export function timesFrom(start: Date): string[] {
  const minutes = Math.ceil((Date.now() - start.getTime()) / 60_000) + 1
  return Array.from({ length: minutes }, (_, n) => {
    const time = new Date(start.getTime() + n * 60_000).toISOString()
    return [
      time.slice(0, 16),
      time.slice(0, 16).replace('T', ' '),
      String(Math.floor(Date.parse(time) / 100_000)),
    ]
  }).flat()
}
