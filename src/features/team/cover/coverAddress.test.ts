import { expect, it } from 'vitest'
import { readAddress, writeAddress } from './coverAddress'

it('keeps the view in the address, and leaves out what is usual', () => {
  const address = {
    view: 'resting',
    scope: { of: 'strand', id: 'town-green' },
    group: 'town-earth',
    shown: 'one',
    order: 'name',
  } as const
  expect(writeAddress(address)).toEqual({
    view: 'resting',
    of: 'strand:town-green',
    group: 'town-earth',
    show: 'one',
    order: 'name',
  })
  expect(readAddress(writeAddress(address) as Record<string, string>)).toEqual(address)
  expect(writeAddress(readAddress({}))).toEqual({})
})

it('takes what is no such thing for not said', () => {
  expect(
    readAddress({ view: 'scores', of: 'strand:<b>', group: 'Earth', show: '', order: ['name'] }),
  ).toEqual(readAddress({}))
})
