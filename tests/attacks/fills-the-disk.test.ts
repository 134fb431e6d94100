import { closeSync, cpSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { PROBLEMS } from '../../src/contract/problem.ts'
import type { Submission } from '../../src/contract/summary.ts'
import { Endpoint } from '../journeys/support/endpoint.ts'
import { holdFilesTo, smallDisk, type SmallDisk } from './support/smallDisk.ts'
import { tell } from './support/size.ts'
import { kept, laptopOf, openTarget, slotIn, type Target } from './support/target.ts'

/**
 * Who: nobody, or whoever shares the disk: it fills up while summaries come, or cannot be written at all.
 * Wins: where a summary is acknowledged and gone, the endpoint ends, stays refusing once there is room, or says
 * something nobody can act on.
 */
const ATTACK = 'fill the disk'

let target: Target | undefined
let disk: SmallDisk | undefined
afterEach(async () => {
  await target?.discard()
  disk?.discard()
  target = disk = undefined
})

async function sendUntilFull(
  here: Target,
  acknowledged: Submission[],
): Promise<{ status: number; body: string }> {
  const laptop = await laptopOf(here)
  for (let sequence = 1; sequence < 20_000; sequence += 1) {
    const submission = await (sequence % 10 === 1 ? await laptopOf(here) : laptop).signed(
      'A'.repeat(8000),
      sequence,
    )
    const answer = await here.ask('POST', 'summaries', JSON.stringify(submission))
    if (answer.status !== 204) return answer
    acknowledged.push(submission)
  }
  throw new Error('it was never full')
}

/** Reads a copy of the files as a kill left them; each slot must be there with what was last acknowledged, or later. */
async function lostOf(here: Target, folder: string, acknowledged: readonly Submission[]): Promise<string[]> {
  const copy = mkdtempSync(join(tmpdir(), 'waymark-copy-'))
  cpSync(folder, copy, { recursive: true })
  const rows = await kept(here, { folder: copy })
  rmSync(copy, { recursive: true })
  return acknowledged
    .filter((one) => (rows.get(slotIn(one))?.sequence ?? 0) < one.sequence)
    .map((one) => `${slotIn(one)} ${one.sequence}`)
}

it('says that the disk is full, goes on, and has all it acknowledged once there is room', async () => {
  disk = smallDisk(6)
  target = await openTarget(600, disk.mounted ? { DATA_DIR: disk.folder } : {})
  const here = target
  const folder = disk.mounted ? disk.folder : here.endpoint.dataDir
  const acknowledged: Submission[] = []
  if (!disk.mounted) holdFilesTo(3_000_000, here.endpoint.pid!)
  const ballast = join(disk.folder, 'ballast')
  if (disk.mounted) fill(ballast)
  const full = await sendUntilFull(here, acknowledged)
  expect(full.status).toBe(503)
  expect(JSON.parse(full.body)).toMatchObject({ title: PROBLEMS.busy })
  expect((await here.ask('GET', 'periods/current')).status).toBe(200)
  if (disk.mounted) rmSync(ballast)
  else holdFilesTo(undefined, here.endpoint.pid!)
  const later = await (await laptopOf(here)).saying()
  expect(await here.send(later)).toBe(204)
  await here.endpoint.kill()
  expect(await lostOf(here, folder, [...acknowledged, later])).toEqual([])
  await here.endpoint.start()
  expect(await here.send(await (await laptopOf(here)).saying())).toBe(204)
  const by = disk.mounted ? 'a tmpfs of 6 MiB' : 'a limit on file size'
  const said = here.endpoint.output.split('\n').find((line) => /full|SQLITE|EFBIG/i.test(line)) ?? 'nothing'
  tell(
    ATTACK,
    `by ${by}: ${new Set(acknowledged.map(slotIn)).size} slots, ${acknowledged.length} acknowledged, then 503`,
  )
  tell(ATTACK, `its log said: ${said.slice(0, 160)}`)
  expect(said).not.toBe('nothing')
})

it('says in one line that it cannot write its folder, and ends', async () => {
  disk = smallDisk(1)
  if (disk.mounted) disk.readOnly()
  const folder = disk.mounted ? disk.folder : '/sys/waymark'
  const starting = Endpoint.start({ env: { DATA_DIR: folder } })
  const error = await starting.then(
    () => undefined,
    (problem: Error) => problem,
  )
  const [, said] = /It said:\n(.*)\n$/s.exec(error?.message ?? '') ?? []
  tell(ATTACK, `read-only: ${said}`)
  expect(said).toMatch(/^[^\n]*(can only be read|No permission)[^\n]*$/)
  expect(said).toContain(folder)
})

function fill(path: string): void {
  const file = openSync(path, 'w')
  try {
    // Leaves about two megabytes for the store's log to grow into.
    for (let written = 0; written < 1_000_000; written += 65_536) writeSync(file, Buffer.alloc(65_536))
  } finally {
    closeSync(file)
  }
}
