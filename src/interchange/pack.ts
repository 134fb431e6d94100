import * as v from 'valibot'
import { PACK_MAX_BYTES, PACK_VERSION, PackHeaderSchema, PackSchema, type Pack } from '../contract/pack'
import { firstFault } from '../contract/parse'
import { guardedJson, UnsafeJson } from './guardedJson'

/** Why a file cannot be opened as a pack, as one sentence for the person who chose it. Nothing was written. */
export class PackFault extends Error {
  override name = 'PackFault'
}

/** The text of a pack, to be locked: readable JSON, so that whoever opens it with another tool can read it too. */
export function packText(pack: Pack): string {
  return JSON.stringify(pack, null, 1)
}

/** @throws PackFault when the file holds nothing, or more than is ever read. */
export function checkPackSize(file: string, bytes: number): void {
  if (bytes === 0) throw new PackFault(`${file} is empty.`)
  if (bytes > PACK_MAX_BYTES) {
    throw new PackFault(`${file} is larger than ${PACK_MAX_BYTES / 1024 / 1024} MB, which no pack is.`)
  }
}

/**
 * Reads what was locked in a pack, every part of it checked by its schema.
 * @throws PackFault
 */
export function readPack(file: string, text: string): Pack {
  checkPackSize(file, new Blob([text]).size)
  const document = json(file, text)
  const header = v.safeParse(PackHeaderSchema, document)
  if (!header.success) throw new PackFault(notAPack(file, document))
  if (header.output.v > PACK_VERSION) {
    throw new PackFault(`${file} was made by a newer Waymark: update this one first, then open it.`)
  }
  const parsed = v.safeParse(PackSchema, document, { abortEarly: true })
  if (!parsed.success) {
    throw new PackFault(`${file} cannot be opened. What is wrong is at ${firstFault(parsed.issues)}.`)
  }
  return parsed.output
}

function json(file: string, text: string): unknown {
  try {
    return guardedJson(text)
  } catch (fault) {
    if (fault instanceof UnsafeJson) throw new PackFault(`${file} cannot be opened: ${fault.message}.`)
    throw new PackFault(
      /^\s*\{\s*"waymark":\s*"pack"/.test(text)
        ? `${file} is cut off or damaged: it does not read as a whole pack.`
        : `${file} is not an appraisal pack made by Waymark.`,
    )
  }
}

/** What else of ours the file is, and where that is taken. */
const OTHERS: Readonly<Record<string, string>> = {
  backup: 'is a copy of everything on a laptop: restore it in Settings.',
  card: 'is a manager’s card: it is used where a pack is made.',
}

function notAPack(file: string, document: unknown): string {
  const header = v.safeParse(v.object({ waymark: v.picklist(Object.keys(OTHERS)) }), document)
  const what = header.success ? OTHERS[header.output.waymark] : 'is not an appraisal pack made by Waymark.'
  return `${file} ${what}`
}
