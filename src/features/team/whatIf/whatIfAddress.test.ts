import { expect, it } from 'vitest'
import { readSupposed, writeSupposed } from './whatIfAddress'

it('keeps what is supposed in the address', () => {
  const supposed = { out: ['a-1'], away: ['b', 'c'], until: '2026-12-31' }
  expect(writeSupposed(supposed)).toEqual({ out: 'a-1', away: 'b,c', until: '2026-12-31' })
  expect(readSupposed(writeSupposed(supposed) as Record<string, string>)).toEqual(supposed)
  expect(writeSupposed(readSupposed({}))).toEqual({})
})

it('takes nobody for both gone and away, and no day that is none', () => {
  expect(readSupposed({ out: 'a', away: 'a,b,b,<i>', until: '31 December' })).toEqual({
    out: ['a'],
    away: ['b'],
  })
})
