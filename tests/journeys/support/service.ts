import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createRequire } from 'node:module'
import { Decrypter } from 'age-encryption'
import type { Headcount } from '../../../src/contract/period.ts'
import type { Catalogue } from '../../../src/domain/catalogue.ts'
import { PERIOD_KEY } from '../../../src/endpoint/simulated.ts'
import type { Endpoint } from './endpoint.ts'

const BUILT_IN = fileURLToPath(new URL('../../../dist/app/catalogue.json', import.meta.url))
const Database = createRequire(import.meta.url)('libsql') as new (
  path: string,
  options?: object,
) => {
  prepare(sql: string): { all(): Record<string, unknown>[] }
  close(): void
}

/** The catalogue the app was built with. */
export function builtInCatalogue(): Catalogue {
  return JSON.parse(readFileSync(BUILT_IN, 'utf8')) as Catalogue
}

/** The new structure's headcounts by unit and role family, as HR would type them. */
export function headcounts(catalogue = builtInCatalogue()): Headcount[] {
  const family = new Map(catalogue.frameworks[0]!.roles.map((role) => [role.id, role.family]))
  const counts = new Map<string, Headcount>()
  for (const post of catalogue.after.posts) {
    const key = `${post.unit} ${family.get(post.role)}`
    const count = counts.get(key) ?? { unit: post.unit, family: family.get(post.role)!, headcount: 0 }
    counts.set(key, { ...count, headcount: count.headcount + post.headcount })
  }
  return [...counts.values()]
}

/** Opens a period over the whole new structure, closing in three weeks. */
export async function openPeriod(endpoint: Endpoint, id = '2026-H2'): Promise<void> {
  const closes = new Date(Date.now() + 21 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  const response = await endpoint.call('periods', {
    method: 'POST',
    asHr: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      id,
      closes,
      epsilon: 1,
      keep: 'families',
      headcounts: headcounts(),
      recipient: PERIOD_KEY.recipient,
    }),
  })
  if (!response.ok) throw new Error(`The period did not open: ${response.status} ${await response.text()}`)
}

/** The text sealed in a body, without the blanks after it. */
export async function textIn(body: string, identity = PERIOD_KEY.identity): Promise<string> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return (await decrypter.decrypt(Buffer.from(body, 'base64url'), 'text')).trimEnd()
}

/** What the endpoint holds of summaries, read from its file: replies are published only to the nearest ten. */
export function storedSummaries(endpoint: Endpoint): { sequence: number; body: string }[] {
  const database = new Database(`${endpoint.dataDir}/waymark.sqlite`, { readonly: true })
  try {
    const rows = database.prepare('select sequence, body from summaries').all()
    return rows.map((row) => ({ sequence: Number(row.sequence), body: String(row.body) }))
  } finally {
    database.close()
  }
}
