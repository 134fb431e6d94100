import { beforeEach, expect, it } from 'vitest'
import { freshDatabases } from '../../../tests/support/freshDatabases'
import {
  AT,
  DIGGING,
  PASSPHRASE,
  asFile,
  cheapLock,
  draftOf,
  frameworks,
  give,
  open,
  packOf,
  replyTo,
  threeLaptops,
  writesOf,
  type Key,
} from '../../../tests/support/packing'
import type { WaymarkDatabase } from '../../database/database'
import { members } from '../../database/members'
import { standingOf } from '../../domain/appraisal/standing'
import { lock, LockFault } from '../../interchange/locked/lock'
import { PackFault } from '../../interchange/pack'
import { packKeys } from './draftPack'
import { takePackIn } from './takePackIn'
import { openWithPassphrase, readPackFile } from './unlockPack'

/** A file is refused in one sentence, and nothing is written. */
const fresh = freshDatabases('pack')
let fern: WaymarkDatabase
let oak: WaymarkDatabase
beforeEach(async () => {
  ;({ fern, oak } = await threeLaptops(fresh))
})

const refusal = async (db: WaymarkDatabase, file: File, keys: Key[] = []) => {
  const reason = await readPackFile(file, keys).then(
    () => undefined,
    (fault: unknown) => fault,
  )
  expect(await db.files.count()).toBe(0)
  return reason
}
const locked = async (text: string, { recipient }: Key) =>
  new File([await lock(text, { recipients: [recipient] })], 'fern.age')

it('refuses a wrong passphrase, and the right one opens it afterwards', async () => {
  const file = await packOf(fern, await draftOf(fern), { passphrase: PASSPHRASE })
  expect(await readPackFile(asFile(file), [])).toMatchObject({ needs: 'passphrase' })
  await expect(openWithPassphrase(file.name, file.bytes, 'heron at the weir at moon')).rejects.toEqual(
    new LockFault('wrong-passphrase'),
  )
  expect(await openWithPassphrase(file.name, file.bytes, PASSPHRASE)).toMatchObject({
    locked: 'passphrase',
  })
})

it('refuses a cut file', async () => {
  const { by, key } = await cheapLock()
  const { name, bytes } = await packOf(fern, await draftOf(fern), by)
  const cut = new File([bytes.slice(0, bytes.length - 40)], name)
  expect(await refusal(oak, cut, [key])).toEqual(new LockFault('damaged'))
})

it('refuses a newer version', async () => {
  const { key } = await cheapLock()
  expect(await refusal(oak, await locked('{"waymark":"pack","v":2}', key), [key])).toEqual(
    new PackFault('fern.age was made by a newer Waymark: update this one first, then open it.'),
  )
})

it('refuses hostile JSON inside a sound lock', async () => {
  const { key } = await cheapLock()
  const hostile = await locked('{"waymark":"pack","v":1,"__proto__":{"isAdmin":true}}', key)
  expect(await refusal(oak, hostile, [key])).toEqual(
    new PackFault('fern.age cannot be opened: it holds a forbidden name, at __proto__.'),
  )
})

it('refuses a file locked to a card whose key is not here, or to another card', async () => {
  const { by } = await cheapLock()
  const other = await cheapLock()
  const file = asFile(await packOf(fern, await draftOf(fern), by))
  expect(await refusal(oak, file)).toMatchObject({
    message: expect.stringContaining('no manager’s key on this laptop') as string,
  })
  expect(await refusal(oak, file, [other.key])).toMatchObject({
    message: expect.stringContaining('another card than yours') as string,
  })
})

it('refuses a file that speaks in this laptop’s own hand', async () => {
  const { by, key } = await cheapLock()
  const id = await open(oak, await packOf(fern, await draftOf(fern), by), key)
  await give(oak, id, DIGGING, 2)
  const [member] = await members(oak)
  const reply = await readPackFile(asFile(await packOf(oak, await replyTo(oak, member!), by)), [key])
  if ('needs' in reply) throw new Error('locked')
  const altered = JSON.parse(
    JSON.stringify(reply.pack).replaceAll('"level":2', '"level":3'),
  ) as typeof reply.pack
  const keys = await packKeys(oak)
  const note = { name: 'x.age', locked: 'card', at: AT, withMine: true } as const
  await expect(takePackIn(oak, keys, frameworks, altered, { of: 'member', id }, note)).rejects.toBeInstanceOf(
    PackFault,
  )
  expect([...standingOf(await writesOf(oak, id), 'given').values()][0]?.value?.level).toBe(2)
})
