import type { Backup } from '../contract/backup'
import type { WaymarkDatabase } from './database'
import { managerCards } from './managerCards'
import { note, setNote, type Notes } from './notes'

type Views = NonNullable<Notes['teamViews']>

/** Names of the views of the team and of the managers' cards in a copy that are not kept here. */
export async function keptElsewhere(db: WaymarkDatabase, { settings }: Backup): Promise<string[]> {
  const [views, cards] = [await newViews(db, settings), await newCards(db, settings)]
  return [...views, ...cards].map(({ name }) => name)
}

/** Adds a copy's views and cards behind those kept here, each once. */
export async function mergeKept(db: WaymarkDatabase, { settings }: Backup): Promise<void> {
  const [views, cards] = [await newViews(db, settings), await newCards(db, settings)]
  if (views.length > 0) {
    await setNote(db, 'teamViews', byName([...((await note(db, 'teamViews')) ?? []), ...views]))
  }
  if (cards.length > 0) await setNote(db, 'managerCards', [...(await managerCards(db)), ...cards])
}

/** A view is known by its address; one of another address under a name used here gets a name of its own. */
async function newViews(db: WaymarkDatabase, { teamViews: copies = [] }: Backup['settings']): Promise<Views> {
  const here = (await note(db, 'teamViews')) ?? []
  const names = new Set(here.map(({ name }) => name))
  const added: Views = []
  for (const { name, address } of copies) {
    if ([...here, ...added].some((view) => view.address === address)) continue
    let own = name
    while (names.has(own)) own += ' (from the copy)'
    names.add(own)
    added.push({ name: own, address })
  }
  return added
}

async function newCards(db: WaymarkDatabase, { managerCards: copies = [] }: Backup['settings']) {
  const here = new Set((await managerCards(db)).map(({ recipient }) => recipient))
  return copies.filter(({ recipient }) => !here.has(recipient))
}

function byName(views: Views): Views {
  return views.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}
