import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSigned } from '../../tests/collector'
import { base64url } from '../client/digest'
import { SubmissionSchema } from '../contract/summary'
import * as v from 'valibot'
import { newPeriodKeys } from './keys'
import { signSubmission } from './sign'

const bodies = fc.uint8Array({ maxLength: 200 }).map((bytes) => base64url(Uint8Array.from(bytes)))
const periods = fc.stringMatching(/^[0-9A-Za-z-]{1,32}$/)
const sequences = fc.integer({ min: 1, max: 1_000_000 })

it('a signed submission verifies from its bytes alone, and carries the body unchanged', async () => {
  const keys = await newPeriodKeys()
  await fc.assert(
    fc.asyncProperty(bodies, periods, sequences, async (body, period, sequence) => {
      const submission = await signSubmission(keys, period, sequence, body)
      expect(await isSigned(submission)).toBe(true)
      expect(submission.body).toBe(body)
      expect(v.is(SubmissionSchema, { ...submission, joinCode: 'oak' })).toBe(true)
    }),
    { seed: 20_261_123, numRuns: 100 },
  )
})

it('another sequence, period, key or body does not verify', async () => {
  const submission = await signSubmission(await newPeriodKeys(), '2026-H2', 3, 'e30')
  const other = await signSubmission(await newPeriodKeys(), '2026-H2', 3, 'e31')
  expect(await isSigned({ ...submission, sequence: 4 })).toBe(false)
  expect(await isSigned({ ...submission, period: '2027-H1' })).toBe(false)
  expect(await isSigned({ ...submission, publicKey: other.publicKey })).toBe(false)
  expect(await isSigned({ ...submission, body: other.body })).toBe(false)
  expect(await isSigned({ ...submission, body: '' })).toBe(false)
})

it('the private key cannot be read out, and no two periods share one', async () => {
  const [first, second] = [await newPeriodKeys(), await newPeriodKeys()]
  expect(first.keys.privateKey.extractable).toBe(false)
  await expect(crypto.subtle.exportKey('pkcs8', first.keys.privateKey)).rejects.toThrow()
  expect(first.publicKey).toHaveLength(87)
  expect(second.publicKey).not.toBe(first.publicKey)
})
