import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededBytes } from '../../domain/release/seeded'
import { strengthOf } from './strength'
import { checkWords, isOffered, offeredPassphrase, tidyPassphrase } from './words'

describe('an offered passphrase', () => {
  it('is six words joined by hyphens, and strong', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const passphrase = offeredPassphrase(seededBytes(seed))
        expect(passphrase).toMatch(/^[a-z]{3,8}(-[a-z]{3,8}){5}$/)
        expect(isOffered(passphrase)).toBe(true)
        expect(strengthOf(passphrase).fit).toBe(true)
      }),
      { seed: 20261123 },
    )
  })

  it('draws every word about as often as any other', () => {
    const random = seededBytes(20261123)
    const seen = new Map<string, number>()
    for (let round = 0; round < 20_000; round += 1) {
      for (const word of offeredPassphrase(random).split('-')) seen.set(word, (seen.get(word) ?? 0) + 1)
    }
    expect(seen.size).toBe(2031)
    const expected = (20_000 * 6) / 2031
    const chiSquared = [...seen.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // 2,030 degrees of freedom: mean 2,030, standard deviation 64; five of them either way.
    expect(Math.abs(chiSquared - 2030)).toBeLessThan(320)
  })

  it('has no word that is spelt otherwise in Britain', () => {
    const random = seededBytes(7)
    const words = Array.from({ length: 20_000 }, () => offeredPassphrase(random))
      .join('-')
      .split('-')
    expect(words).not.toContain('color')
    expect(words).not.toContain('program')
  })
})

describe('typing', () => {
  it.each([
    [' Anchor  brick\triver ', 'anchor-brick-river'],
    ['ANCHOR-BRICK - river', 'anchor-brick-river'],
  ])('folds listed words: %j', (typed, tidy) => expect(tidyPassphrase(typed)).toBe(tidy))

  it.each(['My Own Passphrase ', 'anchor brick zzyzx', ' leading', 'anchor', ''])(
    'leaves one’s own exactly as it is: %j',
    (typed) => expect(tidyPassphrase(typed)).toBe(typed),
  )
})

describe('a passphrase of one’s own', () => {
  it.each(['', 'short', '           a', 'elevenchars'])('is too short: %j', (passphrase) => {
    expect(strengthOf(passphrase)).toMatchObject({
      fit: false,
      sentence: expect.stringContaining('Too short'),
    })
  })

  it.each(['aaaaaaaaaaaaaaaa', '1234567890123', 'Password123456', 'abcdefghijklmnop', 'WaymarkCouncil2026'])(
    'is too easy to guess: %j',
    (passphrase) => {
      expect(strengthOf(passphrase)).toMatchObject({
        fit: false,
        sentence: expect.stringContaining('Too easy'),
      })
    },
  )

  it.each(['the heron eats at noon', 'correct horse battery', 'tz8#Kq2!mW9x'])(
    'will do: %j',
    (passphrase) => {
      expect(strengthOf(passphrase).fit).toBe(true)
    },
  )
})

it('gives a key four words, always the same and other than another key’s', () => {
  const first = checkWords('age1l9gkdcl53wz9hrrr5yf73xw6uaazckpd428p02uhg42z24kluunqx6cx0x')
  const second = checkWords('age1w6fmr38cdnxaujddttjqu06gz036gekf4g6evfjg9khvhrqlm9sq08p7dt')
  // Kept for good: people have these words written down.
  expect(first).toMatchInlineSnapshot(`"dawn must spin collect"`)
  expect(second).not.toBe(first)
})
