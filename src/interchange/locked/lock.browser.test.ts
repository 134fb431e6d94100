import { describe, expect, it } from 'vitest'
import { reactive } from 'vue'
import { lock, LockFault, makeKey, unlock } from './lock'

const TEXT = '{"made":"up for this test"}'

describe('in a worker of a real browser', () => {
  it('locks with a passphrase, telling how far it is, and opens again', async () => {
    const shares: number[] = []
    const onProgress = (share: number) => shares.push(share)
    const bytes = await lock(TEXT, { passphrase: 'velvet brick river tiger anchor ripple' }, { onProgress })
    expect(shares.length).toBeGreaterThan(50)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
    expect(await unlock(bytes, { passphrase: 'velvet brick river tiger anchor ripple' })).toBe(TEXT)
  })

  it('leaves the file to be tried again after a wrong passphrase', async () => {
    const bytes = await lock(TEXT, { passphrase: 'a heron at noon' })
    await expect(unlock(bytes, { passphrase: 'a heron at moon' })).rejects.toEqual(
      new LockFault('wrong-passphrase'),
    )
    expect(await unlock(bytes, { passphrase: 'a heron at noon' })).toBe(TEXT)
  })

  it('makes keys that open what is locked to their cards, each its own', async () => {
    const [ash, elm, oak] = [await makeKey(), await makeKey(), await makeKey()]
    expect(ash.identity).toMatch(/^AGE-SECRET-KEY-1/)
    expect(ash.recipient).toMatch(/^age1/)
    const bytes = await lock(TEXT, reactive({ recipients: [ash.recipient, elm.recipient] }))
    expect(await unlock(bytes, { identities: [oak.identity, elm.identity] })).toBe(TEXT)
    await expect(unlock(bytes, { identities: [oak.identity] })).rejects.toMatchObject({
      trouble: 'wrong-key',
    })
  })

  it('stops when asked to, before and during the work', async () => {
    const stop = new AbortController()
    const locking = lock(TEXT, { passphrase: 'x' }, { onProgress: () => stop.abort(), signal: stop.signal })
    await expect(locking).rejects.toMatchObject({ name: 'AbortError' })
    await expect(lock(TEXT, { passphrase: 'x' }, { signal: stop.signal })).rejects.toMatchObject({
      name: 'AbortError',
    })
  })

  it('refuses a file by its size before it is copied to the worker', async () => {
    const huge = new Uint8Array(64 * 1024 * 1024 + 1)
    await expect(unlock(huge, { identities: [] })).rejects.toEqual(new LockFault('too-large'))
  })
})
