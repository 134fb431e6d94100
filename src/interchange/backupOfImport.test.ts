import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Backup } from '../contract/backup'
import { catalogueBytes } from '../../build/catalogue'
import { readBackup } from './backup'
import { importGdd } from './gdd'

/** Small files of our own, and the publisher's where somebody has put them beside this checkout. */
const FOLDERS = [
  new URL('../../tests/fixtures/gdd/', import.meta.url),
  new URL('../../../shared/frameworks/ddat/', import.meta.url),
]
  .map((folder) => fileURLToPath(folder))
  .filter((folder) => existsSync(folder))

const digest = async (text: string) => createHash('sha256').update(text).digest('hex')

describe.each(FOLDERS)('a copy that holds the framework imported from %s', (folder) => {
  it('reads back whole: what Waymark takes in, it can restore', async () => {
    const files = ['roles.csv', 'skills.csv'].map((name) => ({ name, bytes: readFileSync(folder + name) }))
    const { framework } = await importGdd(files, digest, () => undefined)
    const importedAt = '2026-11-23T09:00:00.000Z'
    const frameworks = [{ importedAt, files: [{ name: 'roles.csv', bytes: 1 }], framework }]
    expect(read({ frameworks }).frameworks).toEqual(JSON.parse(JSON.stringify(frameworks)))
  })
})

it('a copy that holds the built-in catalogue reads back whole', () => {
  const text = catalogueBytes('catalogue')
  const version = `sha256-${createHash('sha256').update(text).digest('base64url')}`
  expect(read({ catalogues: [{ version, text }] }).catalogues).toEqual([{ version, text }])
})

function read(part: Partial<Backup>): Backup {
  const backup: Backup = {
    waymark: 'backup',
    v: 1,
    madeAt: '2026-11-23T09:00:00.000Z',
    people: [],
    assessments: [],
    frameworks: [],
    catalogues: [],
    periods: [],
    settings: {},
    ...part,
  }
  return readBackup('copy.json', JSON.stringify(backup))
}
