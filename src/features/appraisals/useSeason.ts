import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { SEASON_PATTERN, type Season } from '../../domain/appraisal/appraisal'
import { useAppraisals } from '../../session/appraisals'
import { useTeam } from '../../session/team'

/** The season a page is of, which the address holds; this year's where it holds none. */
export function useSeason() {
  const route = useRoute()
  const router = useRouter()
  const team = useTeam()
  const appraisals = useAppraisals()

  const thisYear = team.day.slice(0, 4)
  const season = computed<Season>({
    get: () => {
      const asked = route.query.season
      return typeof asked === 'string' && SEASON_PATTERN.test(asked) ? asked : thisYear
    },
    set: (chosen) => void router.replace({ query: { ...route.query, season: chosen } }),
  })
  /** Every season that anybody has something in, and this one, the latest first. */
  const seasons = computed<Season[]>(() => {
    const begun = [...team.members.map(({ id }) => appraisals.appraisalsIn(id)), appraisals.mine].flat()
    return [...new Set([thisYear, season.value, ...begun.map((one) => one.season)])].sort().reverse()
  })
  /** For links to pages of the same season. */
  const query = computed(() => (season.value === thisYear ? '' : `?season=${season.value}`))
  return { season, seasons, query }
}
