import { expect, it } from 'vitest'
import { sizeInWords } from './sizeInWords'

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1200, '1.2 kB'],
  [3_240_000, '3.2 MB'],
  [120_400_000_000, '120 GB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words)
})
