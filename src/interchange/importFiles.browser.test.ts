import { expect, it } from 'vitest'
import roles from '../../tests/fixtures/gdd/roles.csv?raw'
import skills from '../../tests/fixtures/gdd/skills.csv?raw'
import { importFiles } from './importFiles'

const files = () => [new File([roles], 'roles.csv'), new File([skills], 'skills.csv')]

it('reads the files in a worker and tells how far it is', async () => {
  const shares: number[] = []
  const onProgress = (share: number) => shares.push(share)
  const { framework } = await importFiles(files(), { onProgress, signal: new AbortController().signal })
  expect(framework.roles).toHaveLength(7)
  expect(framework.version).toMatch(/^sha256-/)
  expect(shares.at(0)).toBe(0)
  expect(shares.at(-1)).toBe(1)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
})

it('passes a fault on as its sentence', async () => {
  const wrong = importFiles([new File(['a,b\n'], 'x.csv')], {
    onProgress: () => undefined,
    signal: new AbortController().signal,
  })
  await expect(wrong).rejects.toThrow('x.csv is neither the roles file nor the skills file')
})

it('refuses a file by its size before reading it', async () => {
  const huge = new File([new Uint8Array(50 * 1024 * 1024)], 'huge.csv')
  const refused = importFiles([huge], { onProgress: () => undefined, signal: new AbortController().signal })
  await expect(refused).rejects.toThrow('huge.csv is larger than 20 MB')
})

it('stops when asked to', async () => {
  const stop = new AbortController()
  const stopped = importFiles(files(), { onProgress: () => stop.abort(), signal: stop.signal })
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' })
})
