import * as v from 'valibot'
import { bech32 } from '@scure/base'
import { firstFault } from '../../contract/parse'
import {
  PERIOD_KEY_VERSION,
  PeriodKeyHeaderSchema,
  PeriodKeySchema,
  type PeriodKey,
} from '../../contract/periodKey'
import { guardedJson } from '../guardedJson'

/** Why a period's key could not be read or used, as one sentence for the person. */
export class PeriodKeyFault extends Error {
  override name = 'PeriodKeyFault'
}

/** Far more than any key file, which is some 250 bytes. */
export const PERIOD_KEY_MAX_BYTES = 8_000

const NO_KEY = 'This is not the key file of a period made by Waymark.'

/** The text of a key's file. */
export function periodKeyText(key: PeriodKey): string {
  return `${JSON.stringify(key, undefined, 2)}\n`
}

/**
 * The key in a file's text, for the period that is to be closed.
 * @throws PeriodKeyFault, one sentence for the person.
 */
export function readPeriodKey(text: string, closing: Pick<PeriodKey, 'period' | 'recipient'>): PeriodKey {
  const key = parsed(text)
  if (key.period !== closing.period) {
    throw new PeriodKeyFault(`This is the key of period ${key.period}, not of ${closing.period}.`)
  }
  if (key.recipient !== closing.recipient) {
    throw new PeriodKeyFault(
      `This key was made for period ${key.period}, but the period was opened with another. Look for that file.`,
    )
  }
  return key
}

function parsed(text: string): PeriodKey {
  const document = json(text)
  const header = v.safeParse(PeriodKeyHeaderSchema, document)
  if (!header.success) throw new PeriodKeyFault(NO_KEY)
  if (header.output.v > PERIOD_KEY_VERSION) {
    throw new PeriodKeyFault('This key file was made by a newer Waymark: update this one first.')
  }
  const key = v.safeParse(PeriodKeySchema, document, { abortEarly: true })
  if (!key.success)
    throw new PeriodKeyFault(`This key file is damaged at ${firstFault(key.issues)}. Try the second file.`)
  // Bech32 carries a check of its own.
  if (bech32.decodeUnsafe(key.output.identity) === undefined) {
    throw new PeriodKeyFault('The key in this file was changed or damaged. Try the second file.')
  }
  return key.output
}

function json(text: string): unknown {
  try {
    return guardedJson(text)
  } catch {
    throw new PeriodKeyFault(NO_KEY)
  }
}
