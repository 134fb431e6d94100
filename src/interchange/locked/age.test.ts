import { readFile } from 'node:fs/promises'
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lockText, unlockText } from './age'
import { LockFault } from './fault'

// What is locked in every file of tests/fixtures/age, whose README has the passphrase and the keys.
const HELD = '{"note":"Made up for tests: locked by the standard age tool. Ünïcode ✓"}\n'
const PASSPHRASE = 'velvet-brick-river-tiger-anchor-ripple'
const FIRST = 'AGE-SECRET-KEY-1HF4T700NQT3865TKYF8NLRLXXGTQE3VX2H993056RXWGGN73AZFSUDNMUW'
const SECOND = 'AGE-SECRET-KEY-1JSCT0P3E04RZF9V5XRF0RT5XQRPYDX3YJ3X0VW764JHSJ69KXZAQ7RXQ9X'
const TO_FIRST = 'age1l9gkdcl53wz9hrrr5yf73xw6uaazckpd428p02uhg42z24kluunqx6cx0x'
const TO_SECOND = 'age1w6fmr38cdnxaujddttjqu06gz036gekf4g6evfjg9khvhrqlm9sq08p7dt'

const quietly = () => undefined
const fixture = (name: string) => readFile(`tests/fixtures/age/${name}`)
const open = (bytes: Uint8Array, ...identities: string[]) => unlockText(bytes, { identities }, quietly)
const trouble = async (opening: Promise<unknown>) => {
  const reason = await opening.then(() => undefined).catch((error: unknown) => error)
  expect(reason).toBeInstanceOf(LockFault)
  return (reason as LockFault).trouble
}
const header = (...lines: string[]) => new TextEncoder().encode([...lines, ''].join('\n'))
const BODY = 'XYCcmBQyZL+1R7xl2AArTYpjvWhIQsUV3Pxn9mnhF7A'
const SALT = 'D6uVdV3qiuyprFd2KKENGg'
const MAC = `--- ${BODY}`

describe('a file locked with a passphrase', () => {
  it('is an age file with one scrypt stanza of factor 18, which the library of the format’s author opens', async () => {
    const shares: number[] = []
    const bytes = await lockText(HELD, { passphrase: PASSPHRASE }, (share) => shares.push(share))
    const [first, second] = new TextDecoder('latin1').decode(bytes).split('\n')
    expect(first).toBe('age-encryption.org/v1')
    expect(second).toMatch(/^-> scrypt [A-Za-z0-9+/]{22} 18$/)
    expect(shares.at(-1)).toBe(1)
    const decrypter = new Decrypter()
    decrypter.addPassphrase(PASSPHRASE)
    expect(await decrypter.decrypt(bytes, 'text')).toBe(HELD)
  })

  it('opens where the standard tool locked it, however the words were typed', async () => {
    const bytes = await fixture('passphrase.age')
    expect(await unlockText(bytes, { passphrase: PASSPHRASE }, quietly)).toBe(HELD)
    expect(
      await unlockText(bytes, { passphrase: ' Velvet brick  RIVER tiger-anchor ripple\n' }, quietly),
    ).toBe(HELD)
  })

  it('opens where a passphrase of listed words was typed with blanks when it was locked elsewhere', async () => {
    const encrypter = new Encrypter()
    encrypter.setPassphrase('Brick velvet')
    encrypter.setScryptWorkFactor(10)
    const bytes = await encrypter.encrypt(HELD)
    expect(await unlockText(bytes, { passphrase: 'Brick velvet' }, quietly)).toBe(HELD)
  })

  it('is refused to another passphrase, and to a key', async () => {
    const bytes = await fixture('passphrase.age')
    expect(await trouble(unlockText(bytes, { passphrase: `${PASSPHRASE}s` }, quietly))).toBe(
      'wrong-passphrase',
    )
    expect(await trouble(open(bytes, FIRST))).toBe('passphrase-needed')
  })
})

describe('a file locked to cards', () => {
  it('opens with the key of any of them, where the standard tool locked it', async () => {
    const bytes = await fixture('two-keys.age')
    expect(await open(bytes, FIRST)).toBe(HELD)
    expect(await open(bytes, SECOND)).toBe(HELD)
  })

  it('opens armoured, as it goes through e-mail', async () => {
    const bytes = await fixture('one-key-armoured.age')
    expect(await open(bytes, SECOND, FIRST)).toBe(HELD)
    const crlf = new TextDecoder().decode(bytes).replaceAll('\n', '\r\n')
    expect(await open(new TextEncoder().encode(`\r\n${crlf}`), FIRST)).toBe(HELD)
  })

  it('opens with each key it was locked to here, in the library too', async () => {
    const bytes = await lockText(HELD, { recipients: [TO_FIRST, TO_SECOND] }, quietly)
    expect(await open(bytes, SECOND)).toBe(HELD)
    const decrypter = new Decrypter()
    decrypter.addIdentity(FIRST)
    expect(await decrypter.decrypt(bytes, 'text')).toBe(HELD)
  })

  it('is refused to another key, to none, and to a passphrase', async () => {
    const bytes = await fixture('two-keys.age')
    expect(await trouble(open(bytes, await generateX25519Identity()))).toBe('wrong-key')
    expect(await trouble(open(bytes))).toBe('no-key')
    expect(await trouble(unlockText(bytes, { passphrase: PASSPHRASE }, quietly))).toBe('key-needed')
  })

  it('is locked to no card that holds no key, nor to no card at all', async () => {
    expect(await trouble(lockText('x', { recipients: ['age1nobody'] }, quietly))).toBe('wrong-card')
    expect(await trouble(lockText('x', { recipients: [] }, quietly))).toBe('wrong-card')
  })
})

describe('what is refused', () => {
  it('a file cut off anywhere', async () => {
    const bytes = await fixture('two-keys.age')
    for (let length = 'age-encryption.org/'.length; length < bytes.length; length += 1) {
      expect(await trouble(open(bytes.subarray(0, length), FIRST))).toBe('damaged')
    }
  })

  it('a file with any one byte changed, or more after its end', async () => {
    const bytes = await fixture('two-keys.age')
    for (let at = 'age-encryption.org/v1\n'.length; at < bytes.length; at += 1) {
      const changed = Uint8Array.from(bytes)
      changed[at]! ^= 1
      expect(['damaged', 'wrong-key', 'key-needed']).toContain(await trouble(open(changed, FIRST)))
    }
    expect(await trouble(open(Uint8Array.from([...bytes, 0]), FIRST))).toBe('damaged')
    const armoured = await fixture('one-key-armoured.age')
    expect(await trouble(open(armoured.subarray(0, 300), FIRST))).toBe('damaged')
  })

  it.each([
    ['an empty file', new Uint8Array(), 'not-locked'],
    ['a file of another kind', header('{"waymark":"backup","v":1}'), 'not-locked'],
    ['the format’s next version', header('age-encryption.org/v2', MAC), 'newer'],
    ['a factor of 21', header('age-encryption.org/v1', `-> scrypt ${SALT} 21`, BODY, MAC), 'too-hard'],
    [
      'a factor of a billion',
      header('age-encryption.org/v1', `-> scrypt ${SALT} 1000000000`, BODY, MAC),
      'too-hard',
    ],
    [
      'a factor that is no number',
      header('age-encryption.org/v1', `-> scrypt ${SALT} 0x12`, BODY, MAC),
      'damaged',
    ],
    ['no stanza at all', header('age-encryption.org/v1', MAC), 'damaged'],
    [
      'two passphrases',
      header('age-encryption.org/v1', `-> scrypt ${SALT} 10`, BODY, `-> scrypt ${SALT} 10`, BODY, MAC),
      'damaged',
    ],
    [
      'a passphrase beside a key',
      header('age-encryption.org/v1', `-> X25519 ${BODY}`, BODY, `-> scrypt ${SALT} 10`, BODY, MAC),
      'damaged',
    ],
    [
      'ten thousand cards',
      header('age-encryption.org/v1', ...Array(10_000).fill(`-> X25519 ${BODY}\n${BODY}`), MAC),
      'too-hard',
    ],
  ] as const)('%s, with no work done for it', async (_what, bytes, why) => {
    let worked = false
    expect(await trouble(unlockText(bytes, { passphrase: PASSPHRASE }, () => (worked = true)))).toBe(why)
    expect(worked).toBe(false)
  })

  it('more than 64 MB, either way', async () => {
    const huge = new Uint8Array(64 * 1024 * 1024 + 1)
    expect(await trouble(open(huge, FIRST))).toBe('too-large')
    expect(await trouble(lockText('x'.repeat(huge.length), { recipients: [TO_FIRST] }, quietly))).toBe(
      'too-large',
    )
  })

  it('what is not text', async () => {
    const encrypter = new Encrypter()
    encrypter.addRecipient(TO_FIRST)
    expect(await trouble(open(await encrypter.encrypt(Uint8Array.of(0xff, 0xfe, 0xfd)), FIRST))).toBe(
      'not-text',
    )
  })
})

it('gives back any text exactly, plain and armoured', async () => {
  const identity = await generateX25519Identity()
  const recipients = [await identityToRecipient(identity)]
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 500 }), async (text) => {
      const bytes = await lockText(text, { recipients }, quietly)
      expect(await open(bytes, identity)).toBe(text)
      expect(await open(new TextEncoder().encode(armor.encode(bytes)), identity)).toBe(text)
    }),
    { seed: 20261123, numRuns: 50 },
  )
})
