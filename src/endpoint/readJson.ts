import * as v from 'valibot'
import { firstFault } from '../contract/parse'
import { Refusal } from './refusal'

/** Bytes as the text that leads back to exactly them; refused where they are not UTF-8. */
export function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Refusal('malformed', 'The body is not UTF-8')
  }
}

/** A JSON text held against its schema; refused with the first thing that did not fit. */
export function readJson<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, parseJson(text))
  if (!parsed.success) throw new Refusal('malformed', firstFault(parsed.issues))
  return parsed.output
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new Refusal('malformed', 'The body is not JSON')
  }
}
