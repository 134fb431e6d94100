import { expect, it } from 'vitest'
import { sentenceFor } from './sentence'

it.each(['SQLITE_FULL', 'ENOSPC'])('a full disk (%s) is said to be one, with what to do', (code) => {
  const error = Object.assign(new Error('database or disk is full'), { code })
  expect(sentenceFor(error)).toBe('The disk that holds DATA_DIR is full: free some room and start again.')
})

it('a disk that cannot be written is said to be one, and which file it was', () => {
  const error = Object.assign(new Error("EROFS: read-only file system, open '/data'"), { code: 'EROFS' })
  expect(sentenceFor(error)).toMatch(/^The disk that holds DATA_DIR can only be read: .*'\/data'$/)
})
