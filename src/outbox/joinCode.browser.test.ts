import { afterEach, beforeEach, expect, it } from 'vitest'
import { WaymarkDatabase } from '../database/database'
import { eraseDatabase } from '../database/open'
import { note } from '../database/notes'
import { readJoinCode, takeJoinCode } from './joinCode'

let db: WaymarkDatabase
let address: URL

beforeEach(() => {
  db = new WaymarkDatabase(`join ${crypto.randomUUID()}`)
})
afterEach(() => eraseDatabase(db))

async function open(link: string) {
  address = new URL(link, 'https://waymark.example/')
  await takeJoinCode(db, address, {
    state: null,
    replaceState: (_state, _title, to) => (address = new URL(to ?? '', address)),
  })
}

it('is taken from the link and cleared from the address', async () => {
  await open('waymark/skills?from=mail#join=oak+ash%2Felm')
  expect(await note(db, 'joinCode')).toBe('oak+ash/elm')
  expect(address.href).toBe('https://waymark.example/waymark/skills?from=mail')
})

it('leaves every other fragment alone', async () => {
  await open('settings#backup')
  expect(address.hash).toBe('#backup')
  expect(await note(db, 'joinCode')).toBeUndefined()
})

it('does not take the place of a good one when it is empty or far too long', async () => {
  await open('#join=oak')
  await open('#join=')
  await open(`#join=${'x'.repeat(129)}`)
  expect(address.hash).toBe('')
  expect(await note(db, 'joinCode')).toBe('oak')
})

it('does not turn sharing on', async () => {
  await open('#join=oak')
  expect(await note(db, 'sharingOn')).toBeUndefined()
})

it('is read without the blanks that come along when it is copied', () => {
  expect(readJoinCode('  oak-and-ash\n')).toBe('oak-and-ash')
  expect(readJoinCode('   ')).toBeUndefined()
})
