import { describe, expect, it } from 'vitest'
import { cardLink, cardOf, cardText, CardFault, hasCard, readCard } from './card'

const KEY = {
  identity: 'AGE-SECRET-KEY-1HF4T700NQT3865TKYF8NLRLXXGTQE3VX2H993056RXWGGN73AZFSUDNMUW',
  recipient: 'age1l9gkdcl53wz9hrrr5yf73xw6uaazckpd428p02uhg42z24kluunqx6cx0x',
  name: 'Zoë of the Locks (made up)',
  madeAt: '2026-11-23T09:00:00.000Z',
}
const card = cardOf(KEY)
const text = cardText(card)
const link = cardLink('https://waymark.example/app/', card)

describe('a manager’s card', () => {
  it('reads back from its file, from its link and from the link in an address', () => {
    expect(readCard(text)).toEqual(card)
    expect(readCard(` ${link}\n`)).toEqual(card)
    expect(link.startsWith('https://waymark.example/app/#card=')).toBe(true)
    expect(readCard(new URL(link).hash)).toEqual(card)
    expect(hasCard(link)).toBe(true)
  })

  it('holds nothing that opens a file', () => {
    expect(text).not.toContain('SECRET')
    expect(Object.keys(card)).toEqual(['waymark', 'v', 'name', 'recipient', 'madeAt'])
  })

  it.each([
    ['rubbish', 'This is not a manager’s card made by Waymark.'],
    ['{"waymark":"backup","v":1}', 'This is not a manager’s card made by Waymark.'],
    [text.slice(0, 40), 'This is not a manager’s card made by Waymark.'],
    [text.replace('"v":1', '"v":2'), 'This card was made by a newer Waymark: update this one first.'],
    [text.replace('age1', 'ssh-'), 'This card is wrong at recipient: not a key to lock to.'],
    [text.replace('6cx0x', '6cx0y'), 'The key on this card was changed or damaged: ask for the card again.'],
    [text.replace('Zoë of the Locks (made up)', ' '), 'This card is wrong at name: no name.'],
    [text.replace('2026-11', '2026-13'), 'This card is wrong at madeAt: not a moment in time.'],
    [text.replace('{', '{"__proto__":{},'), 'This is not a manager’s card made by Waymark.'],
    [text.replace('{', '{"identity":"x",'), 'This card is wrong at identity'],
    [link.slice(0, -30), 'This link to a manager’s card is cut off or damaged: copy all of it.'],
    [`${link}!`, 'This link to a manager’s card is cut off or damaged: copy all of it.'],
    ['x'.repeat(9_000), 'This is far longer than a manager’s card.'],
  ])('is refused in one sentence: %.60s', (wrong, sentence) => {
    expect(() => readCard(wrong)).toThrow(CardFault)
    expect(() => readCard(wrong)).toThrow(sentence)
  })
})
