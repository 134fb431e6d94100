import { expect, it } from 'vitest'
import { readAddress, readRoles, writeAddress } from './pathwayAddress'

it('reads back what it wrote', () => {
  const address = {
    role: 'county-architect',
    view: 'list',
    structure: 'before',
    framework: 'county',
  } as const
  expect(
    readAddress({ role: 'county-architect', view: 'list', structure: 'before', framework: 'county' }),
  ).toEqual(address)
  expect(writeAddress(address)).toEqual(address)
  expect(writeAddress({ structure: 'new' })).toEqual({})
})

it('takes what is no such thing as not said', () => {
  const nothing = { role: undefined, view: undefined, structure: 'new', framework: undefined }
  expect(readAddress({ role: '../x', view: 'globe', structure: ['before'], framework: null })).toEqual(
    nothing,
  )
})

it('compares up to four different roles', () => {
  expect(readRoles({ roles: 'a,b,a,<b>,c,d,e' })).toEqual(['a', 'b', 'c', 'd'])
  expect(readRoles({})).toEqual([])
})
