import * as v from 'valibot'
import { base64urlnopad, bech32 } from '@scure/base'
import { CARD_VERSION, CardHeaderSchema, CardSchema, type Card, type ManagerKey } from '../../contract/card'
import { firstFault } from '../../contract/parse'
import { guardedJson } from '../guardedJson'

/** Why a card could not be read, as one sentence for the person. */
export class CardFault extends Error {
  override name = 'CardFault'
}

/** Far more than any card, which is some 250 characters. */
const CARD_MAX_LENGTH = 8_000

const IN_LINK = '#card='

const NO_CARD = 'This is not a manager’s card made by Waymark.'
const BROKEN_LINK = 'This link to a manager’s card is cut off or damaged: copy all of it.'

/** The card for a key: the half that locks, and nothing that opens. */
export function cardOf({ name, recipient, madeAt }: ManagerKey): Card {
  return { waymark: 'card', v: CARD_VERSION, name, recipient, madeAt }
}

/** The text of a card's file. */
export function cardText(card: Card): string {
  return JSON.stringify(card)
}

/** A link to this Waymark that carries the card, after the `#`, which no browser sends to a server. */
export function cardLink(base: string, card: Card): string {
  return new URL(IN_LINK + base64urlnopad.encode(new TextEncoder().encode(cardText(card))), base).href
}

/** Whether an address carries a card. */
export function hasCard(address: string): boolean {
  return address.includes(IN_LINK)
}

/**
 * The card in a file's text, or in a link to one.
 * @throws CardFault, one sentence for the person.
 */
export function readCard(text: string): Card {
  if (text.length > CARD_MAX_LENGTH) throw new CardFault('This is far longer than a manager’s card.')
  return hasCard(text) ? readText(fromLink(text), BROKEN_LINK) : readText(text, NO_CARD)
}

function fromLink(link: string): string {
  const [, coded = ''] = link.trim().split(IN_LINK)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(base64urlnopad.decode(coded))
  } catch {
    throw new CardFault(BROKEN_LINK)
  }
}

function readText(text: string, otherwise: string): Card {
  const document = json(text, otherwise)
  const header = v.safeParse(CardHeaderSchema, document)
  if (!header.success) throw new CardFault(otherwise)
  if (header.output.v > CARD_VERSION) {
    throw new CardFault('This card was made by a newer Waymark: update this one first.')
  }
  const parsed = v.safeParse(CardSchema, document, { abortEarly: true })
  if (!parsed.success) throw new CardFault(`This card is wrong at ${firstFault(parsed.issues)}.`)
  checkKey(parsed.output.recipient)
  return parsed.output
}

function json(text: string, otherwise: string): unknown {
  try {
    return guardedJson(text)
  } catch {
    throw new CardFault(otherwise)
  }
}

/** Bech32 carries a check of its own: a key with a letter changed would lock a pack that nobody can open. */
function checkKey(recipient: string): void {
  if (bech32.decodeUnsafe(recipient) === undefined) {
    throw new CardFault('The key on this card was changed or damaged: ask for the card again.')
  }
}
