import * as v from 'valibot'
import { ID_MAX_LENGTH, ID_PATTERN } from '../domain/id'

export const IdSchema = v.pipe(v.string(), v.maxLength(ID_MAX_LENGTH), v.regex(ID_PATTERN, 'not an id'))

/** `2026-H2`. Part of every signed text, so it holds no line break. */
export const PeriodIdSchema = v.pipe(v.string(), v.regex(/^[0-9A-Za-z-]{1,32}$/, 'not a period id'))

/** `sha256-` and the base64url of the digest, without padding. */
export const HashSchema = v.pipe(v.string(), v.regex(/^sha256-[A-Za-z0-9_-]{43}$/, 'not a sha256 hash'))

/** base64url without padding, as every binary value of the API is written. */
export const Base64UrlSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]*$/, 'not base64url'))

/** A whole number that counts something. */
export const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000))

/** A calendar day, `2026-11-23`. */
export const DaySchema = v.pipe(v.string(), v.isoDate('not a day'), v.check(isRealDay, 'no such day'))

/** False for the 31st of June, which JavaScript takes for the 1st of July. */
function isRealDay(day: string): boolean {
  const date = new Date(day)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
