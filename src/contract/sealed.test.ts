import { expect, it } from 'vitest'
import { assembleCatalogue } from '../../build/catalogue'
import { smallCatalogue } from '../../tests/sharingCase'
import { padded, sealedLength } from './sealed'
import { SUBMISSION_MAX_BYTES } from './summary'

const withSkills = (count: number) => {
  const catalogue = smallCatalogue()
  const [skill] = catalogue.frameworks[0]!.skills
  catalogue.frameworks[0]!.skills = Array.from({ length: count }, (_, n) => ({ ...skill!, id: `skill-${n}` }))
  return catalogue
}

it('is the smallest of 4, 8 and 16 KiB that holds the longest summary of the catalogue', () => {
  expect(sealedLength(smallCatalogue())).toBe(4096)
  expect(sealedLength(assembleCatalogue('catalogue'))).toBe(4096)
  expect(sealedLength(withSkills(400))).toBe(8192)
  expect(sealedLength(withSkills(800))).toBe(16_384)
  expect(sealedLength(withSkills(5000))).toBe(16_384)
})

it('is filled with blanks, which JSON ignores', () => {
  const text = padded('{"v":1}', 4096)
  expect(text).toHaveLength(4096)
  expect(JSON.parse(text)).toEqual({ v: 1 })
})

it('leaves room in a submission for the longest that is sealed, and its envelope', () => {
  // C2SP "age": a header of some 180 bytes with one X25519 stanza, a nonce of 16 and a tag of 16 for each 64 KiB.
  const body = Math.ceil(((16_384 + 300) * 4) / 3)
  const envelope = 1024
  expect(body + envelope).toBeLessThanOrEqual(SUBMISSION_MAX_BYTES)
})
