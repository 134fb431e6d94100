import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { town } from '../../tests/support/town'
import { contentVersion, renamedEdition, sha256Hex } from './contentVersion'

const digest = async (text: string) => createHash('sha256').update(text).digest('hex')
const framework = { ...town().frameworks[0]!, version: 'sha256-0' }
const rename = { kind: 'skill', from: 'town-spading', to: 'town-digging' } as const

it('names other content by another version, and the same by the same', async () => {
  const once = await renamedEdition(framework, [rename], digest)
  expect(once.version).toMatch(/^sha256-[0-9a-f]{16}$/)
  expect(once.version).not.toBe(framework.version)
  expect(await renamedEdition(framework, [rename], digest)).toEqual(once)
  expect(once.skills[0]?.id).toBe('town-spading')
  const { version: _, ...content } = once
  expect(await contentVersion(content, digest)).toBe(once.version)
})

it('leaves an edition as it is where nothing was confirmed', async () => {
  expect(await renamedEdition(framework, [], digest)).toBe(framework)
})

it('hashes as everybody else does', async () => {
  expect(await sha256Hex('town')).toBe(await digest('town'))
})
