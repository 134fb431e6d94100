import { expect, it } from 'vitest'
import { town } from '../../tests/support/town'
import { concerns } from './notice'

const { roles } = town().frameworks[0]!
const gardener = { role: 'town-gardener' }

it('is for everyone where it names nobody, those without a role included', () => {
  expect(concerns({ text: 'New' }, {}, roles)).toBe(true)
  expect(concerns({ text: 'New', roles: [], families: [] }, gardener, roles)).toBe(true)
})

it('is for those whose role or family it names, and nobody else', () => {
  expect(concerns({ text: 'New', roles: ['town-gardener'] }, gardener, roles)).toBe(true)
  expect(concerns({ text: 'New', families: ['town-parks'] }, gardener, roles)).toBe(true)
  expect(concerns({ text: 'New', families: ['town-pools'], roles: ['town-foreman'] }, gardener, roles)).toBe(
    false,
  )
  expect(concerns({ text: 'New', roles: ['town-gardener'] }, {}, roles)).toBe(false)
})
