import type { Catalogue } from '../../domain/catalogue'

/** It also names the version of each framework that changed, so it is held to what those may be. */
const EDITION = /^[0-9A-Za-z._-]{1,64}$/

/** The name that would follow: its last number one higher, `2026.2` after `2026.1`. */
export function nextEdition(edition: string): string {
  const next = edition.replace(/\d+(?=\D*$)/, (number) => String(Number(number) + 1))
  return next === edition ? `${edition}-2` : next
}

/** Why an edition cannot be called this, in a sentence; undefined where it can. */
export function editionProblem(edition: string, earlier: readonly Catalogue[]): string | undefined {
  if (!EDITION.test(edition)) {
    return 'Name the edition in up to 64 letters, digits, dots and hyphens, without spaces: 2026.2, for one.'
  }
  const taken = earlier.some(
    (catalogue) =>
      catalogue.edition === edition || catalogue.frameworks.some(({ version }) => version === edition),
  )
  return taken
    ? `There is an edition ${edition} already. Ratings say on which edition they were made, so each needs a name of its own.`
    : undefined
}
