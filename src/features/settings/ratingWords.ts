import type { Rating } from '../../domain/assessment'
import { dayOf } from '../../domain/day'
import type { Id } from '../../domain/id'
import { levelLabel } from '../../domain/scale'
import { dayInWords } from '../../parts/dayInWords'
import { useLibrary } from '../../session/library'

/** Ratings as a person reads them, by the catalogue and the frameworks on this laptop. */
export function useRatingWords() {
  const library = useLibrary()
  return {
    skill: (id: Id) => library.skills.get(id)?.skill.name ?? id,
    role: (id: Id) => library.roles.get(id)?.role.name ?? id,
    day: ({ at }: Rating) => dayInWords(dayOf(at)),
    answer(id: Id, { level, notRelevant }: Rating) {
      const scale = library.skills.get(id)?.framework.scale
      if (notRelevant) return 'Not relevant'
      if (level === 0) return 'None yet'
      return scale === undefined ? `Level ${level}` : `${level} · ${levelLabel(scale, level)}`
    },
  }
}
