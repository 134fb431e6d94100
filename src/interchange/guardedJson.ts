/** Deeper than any document of ours. */
const DEPTH_MAX = 32

/** Names that reach into every object of the page where they are taken for data. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/** What was wrong with a text that is JSON but no document of ours. */
export class UnsafeJson extends Error {}

/**
 * JSON from outside, before any schema sees it.
 * @throws SyntaxError where it is no JSON; UnsafeJson where it is nested too deep or holds a forbidden name.
 */
export function guardedJson(text: string): unknown {
  const document: unknown = JSON.parse(text)
  const waiting: { value: unknown; depth: number; where: string }[] = [
    { value: document, depth: 0, where: '' },
  ]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth, where } = next
    if (typeof value !== 'object' || value === null) continue
    if (depth > DEPTH_MAX) throw new UnsafeJson(`it is nested more than ${DEPTH_MAX} deep`)
    for (const [key, inner] of Object.entries(value)) {
      const place = where === '' ? key : `${where}.${key}`
      if (FORBIDDEN.has(key)) throw new UnsafeJson(`it holds a forbidden name, at ${place}`)
      waiting.push({ value: inner, depth: depth + 1, where: place })
    }
  }
  return document
}
