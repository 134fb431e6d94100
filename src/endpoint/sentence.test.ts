import { expect, it } from 'vitest'
import { sentenceFor } from './sentence'

it.each(['SQLITE_FULL', 'ENOSPC'])('a full disk (%s) is said to be one, with what to do', (code) => {
  const error = Object.assign(new Error('database or disk is full'), { code })
  expect(sentenceFor(error)).toBe('The disk that holds DATA_DIR is full: free some room and start again.')
})
