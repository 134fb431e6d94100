import type { CurrentPeriod } from '../../contract/period'
import type { Summary } from '../../contract/summary'
import { ABLE, MEETS, SHORT, type Band } from '../../domain/band'
import type { Catalogue } from '../../domain/catalogue'

export const BANDS: readonly Band[] = [ABLE, MEETS, SHORT]

export const BAND_WORDS: Record<Band, { name: string; means: string }> = {
  [SHORT]: { name: 'Short', means: 'below what your role asks' },
  [MEETS]: { name: 'Meets', means: 'meets what your role asks' },
  [ABLE]: { name: 'Able', means: 'at the level the service needs, or above' },
}

export interface BandRow {
  skill: string
  band: Band
}

/** The summary's bands by the skills' names, in the order in which they are sent. */
export function bandRows(summary: Summary, catalogue: Catalogue): BandRow[] {
  const names = new Map(
    catalogue.frameworks.flatMap(({ skills }) => skills.map(({ id, name }) => [id, name] as const)),
  )
  return Object.entries(summary.bands).map(([id, band]) => ({ skill: names.get(id) ?? id, band }))
}

/** What the cell is called by the one who opened the period. */
export function cellLabel(period: CurrentPeriod, cell: string): string {
  return period.grid.cells.find(({ id }) => id === cell)?.label ?? cell
}
