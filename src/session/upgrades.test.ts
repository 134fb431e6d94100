import { expect, it } from 'vitest'
import { town } from '../../tests/support/town'
import type { Catalogue } from '../domain/catalogue'
import type { Framework } from '../domain/framework'
import { upgradesOn, type Upgrade } from './upgrades'

const framework = (key: string, version: string): Framework => ({ ...town().frameworks[0]!, key, version })
const catalogue = (...frameworks: Framework[]): Catalogue => ({ ...town(), frameworks })
const inWords = (upgrades: Upgrade[]) =>
  upgrades.map(({ before, after, since }) => [
    before.map(({ key, version }) => `${key}@${version}`).join(' '),
    after.map(({ key, version }) => `${key}@${version}`).join(' '),
    since,
  ])

it('is nothing on a laptop that has only ever had one version', () => {
  expect(upgradesOn([], [])).toEqual([])
  expect(upgradesOn([{ catalogue: catalogue(framework('town', '1')) }], [])).toEqual([])
  expect(upgradesOn([], [{ framework: framework('gdd', 'a'), importedAt: '2026-01-01' }])).toEqual([])
})

it('holds every earlier catalogue against the one in use, the last one last', () => {
  const used = ['1', '2', '1', '3'].map((version) => ({
    catalogue: catalogue(framework('town', version)),
    since: `2026-0${version}-01`,
  }))
  expect(inWords(upgradesOn(used, []))).toEqual([['town@2 town@1', 'town@3', '2026-03-01']])
})

it('holds each imported framework against its own earlier editions, whatever order they are read in', () => {
  const imported = [
    { framework: framework('gdd', 'b'), importedAt: '2026-06-01' },
    { framework: framework('sfia', '9'), importedAt: '2026-05-01' },
    { framework: framework('gdd', 'a'), importedAt: '2026-01-01' },
  ]
  expect(inWords(upgradesOn([], imported))).toEqual([['gdd@a', 'gdd@b', '2026-06-01']])
})

it('takes an imported edition for an earlier one once the catalogue brings the framework itself', () => {
  const used = [{ catalogue: catalogue(framework('town', '1'), framework('gdd', 'b')), since: '2026-07-01' }]
  const imported = [{ framework: framework('gdd', 'a'), importedAt: '2026-01-01' }]
  expect(inWords(upgradesOn(used, imported))).toEqual([['gdd@a', 'town@1 gdd@b', '2026-07-01']])
})
