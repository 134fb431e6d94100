import type { Card } from '../contract/card'
import type { WaymarkDatabase } from './database'
import { note, setNote } from './notes'

/** Managers' cards that packs can be locked to, the last used first. */
export async function managerCards(db: WaymarkDatabase): Promise<Card[]> {
  return (await note(db, 'managerCards')) ?? []
}

/** Keeps a card, first in the list, each key once. */
export function keepManagerCard(db: WaymarkDatabase, card: Card): Promise<void> {
  return db.transaction('rw', db.notes, async () => {
    const others = (await managerCards(db)).filter(({ recipient }) => recipient !== card.recipient)
    await setNote(db, 'managerCards', [card, ...others])
  })
}

export function forgetManagerCard(db: WaymarkDatabase, { recipient }: Card): Promise<void> {
  return db.transaction('rw', db.notes, async () => {
    const others = (await managerCards(db)).filter((card) => card.recipient !== recipient)
    await setNote(db, 'managerCards', others)
  })
}
