import { note, setNote, type Notes } from '../database/notes'
import { useLaptop } from './laptop'
import { useLiveQuery } from './useLiveQuery'

export type Place = Notes['places'][number]

/** Which of the three kinds of user this person says they are; it only reorders the navigation. */
export function usePlaces() {
  const { db } = useLaptop()
  const { value } = useLiveQuery(() => note(db, 'places').then((places) => places ?? []), {
    initial: [] as Place[],
  })
  return { places: value, choose: (places: Place[]) => setNote(db, 'places', places) }
}
