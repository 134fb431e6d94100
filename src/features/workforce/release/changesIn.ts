import { changesBetween, type Changes } from '../../../domain/release/changes'
import { neededLevels } from '../../../domain/release/demand'
import type { BandName } from '../../../domain/release/figures'
import type { Book } from './useBook'

/** What changed since the release before, in the whole or in one cell; undefined where there is none, or where its catalogue is not known. */
export function changesIn(
  { release, catalogue, before }: Book,
  band: BandName,
  cell?: number,
): Changes | undefined {
  if (before === undefined || catalogue === undefined || before.catalogue === undefined) return undefined
  const levels = {
    before: neededLevels(before.catalogue.frameworks),
    now: neededLevels(catalogue.frameworks),
  }
  return changesBetween(before.release, release, levels, band, cell)
}

/** True where the two were made on different catalogues, so that roles may ask other things now. */
export function onAnotherCatalogue({ release, before }: Book): boolean {
  return before !== undefined && before.release.catalogue !== release.catalogue
}
