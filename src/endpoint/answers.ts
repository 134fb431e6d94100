import { setImmediate } from 'node:timers/promises'
import type { Summary } from '../contract/summary'
import type { Read, Reader } from './reader'
import { sequencesOf, summariesAfter, summaryOf } from './store/summaries'
import type { Db } from './store/tables'

/** Rows in memory at a time: each may be 22 KiB. */
const PAGE = 200

/** What was read of a period's rows, by slot. */
export type ReadRows = ReadonlyMap<string, Read>

/**
 * Reads a period's rows as they stand, before it is closed: unsealing takes about a millisecond each, which no
 * transaction waits for, and other requests are answered between two of them.
 */
export async function readAhead(db: Db, period: string, read: Reader): Promise<ReadRows> {
  const rows = new Map<string, Read>()
  for (let after = ''; ;) {
    const page = await summariesAfter(db, period, after, PAGE)
    for (const row of page) {
      rows.set(row.slot, await read(row))
      await setImmediate()
    }
    if (page.length < PAGE) return rows
    after = page.at(-1)!.slot
  }
}

/**
 * The answers in a period, and how many rows were spoiled, inside the change that closes it: what was read ahead, and
 * now what came or was replaced meanwhile. A sealed file that stands in several slots counts once: nobody but the one
 * who sealed it can make another of it, so the others are copies, sent to make one person's answer stand out.
 */
export async function answersIn(
  db: Db,
  period: string,
  ahead: ReadRows,
  read: Reader,
): Promise<{ answers: Summary[]; spoiled: number }> {
  const answers: Summary[] = []
  const files = new Set<string>()
  const slots = await sequencesOf(db, period)
  for (const { slot, sequence } of slots) {
    const known = ahead.get(slot)
    const { answer, file } =
      known?.sequence === sequence ? known : await read(await summaryOf(db, { period, slot }))
    if (answer === undefined || (file !== undefined && files.has(file))) continue
    if (file !== undefined) files.add(file)
    answers.push(answer)
  }
  return { answers, spoiled: slots.length - answers.length }
}
