import { note, setNote, type Notes } from '../../../database/notes'
import { useLaptop } from '../../../session/laptop'
import { useLiveQuery } from '../../../session/useLiveQuery'

export type SavedView = NonNullable<Notes['teamViews']>[number]
const NO_VIEWS: SavedView[] = []

/** Views of the team kept by name, in that order. */
export function useSavedViews() {
  const { db } = useLaptop()
  const { value: views } = useLiveQuery(() => read(), { initial: NO_VIEWS })

  async function read(): Promise<SavedView[]> {
    return (await note(db, 'teamViews')) ?? NO_VIEWS
  }

  /** As it is stored, so that two tabs keep what each of them kept. */
  function change(to: (before: SavedView[]) => SavedView[]): Promise<void> {
    return db.transaction('rw', db.notes, async () => setNote(db, 'teamViews', to(await read())))
  }

  const keep = (view: SavedView) =>
    change((before) =>
      [...before.filter(({ name }) => name !== view.name), view].sort((a, b) =>
        a.name.localeCompare(b.name, 'en-GB'),
      ),
    )
  const forget = (name: string) => change((before) => before.filter((view) => view.name !== name))
  return { views, keep, forget }
}
