import { computed } from 'vue'
import { latestCatalogue } from '../database/catalogues'
import { note, setNote } from '../database/notes'
import type { Catalogue } from '../domain/catalogue'
import { concerns } from '../domain/notice'
import { useLaptop } from './laptop'
import { useLibrary } from './library'
import { useMySkills } from './mySkills'
import { useLiveQuery } from './useLiveQuery'

/** What HR published that this person should hear of: an edition that waits here, and a notice not read yet. */
export function useNews() {
  const { db } = useLaptop()
  const library = useLibrary()
  const mySkills = useMySkills()

  /** The name of an edition that was received and is not in use yet. */
  const { value: waiting } = useLiveQuery(
    async () => {
      const latest = await latestCatalogue(db)
      const inUse = library.catalogueVersion
      if (latest === undefined || inUse === undefined || latest.version === inUse) return undefined
      return (JSON.parse(latest.text) as Catalogue).edition
    },
    { deps: [() => library.catalogueVersion] },
  )

  const { value: noticeRead, loading } = useLiveQuery(() => note(db, 'noticeRead'))
  const notice = computed(() => {
    const published = library.catalogue?.notice
    if (published === undefined || loading.value || !mySkills.ready) return undefined
    if (published.text.trim() === '' || published.text === noticeRead.value) return undefined
    const roles = library.frameworks.flatMap((framework) => framework.roles)
    return concerns(published, mySkills.person, roles) ? published : undefined
  })
  const read = () => setNote(db, 'noticeRead', library.catalogue?.notice?.text)

  return { waiting, take: library.open, notice, read }
}
