import {
  inCells,
  inOrganisation,
  repliesInCells,
  repliesInOrganisation,
  shareInCells,
  shareOf,
  type BandName,
  type Figure,
} from '../../../domain/release/figures'
import type { Id } from '../../../domain/id'
import { strandsReadiness } from '../../../domain/release/strands'
import { ofWhat, plusMinus, sharePlusMinus } from '../release/figureWords'
import { NEED_WORDS } from '../release/releaseWords'
import type { Book } from '../release/useBook'

export const BANDS = [
  { value: 'short', label: 'are below what their role asks' },
  { value: 'able', label: 'are able at the level the service needs' },
] as const satisfies readonly { value: BandName; label: string }[]

const DEFINITIONS: Record<BandName, string> = {
  short: 'Their role asks the skill, and they said they are below what it asks, or have none of it yet.',
  able: 'They said they are at the level the service needs or above, whether or not their role asks it. Somebody at that level whose own role asks for more is counted as below, not here.',
}

/** What is asked: one skill, one band, of the whole organisation, one group of staff or one strand. */
export interface Question {
  skill: Id
  band: BandName
  /** A cell or a strand; undefined for the whole organisation. */
  of?: Id
}

/** One figure and all that is needed to rely on it, in sentences. */
export interface Answer {
  question: string
  /** `31 ± 6 people`, or that it is not told. */
  figure: string
  /** `24 % ± 5 of those who replied`. */
  share?: string
  /** What it is held against, where a strand asks. */
  against?: string
  definition: string
  of: string
  margin: string
  method: string[]
}

/** Undefined where the release does not speak of what is asked. */
export function answerTo({ skill, band, of }: Question, book: Book): Answer | undefined {
  const { release, names } = book
  const place = release.skills.indexOf(skill)
  if (place < 0) return undefined
  const cell = release.cells.findIndex(({ id }) => id === of)
  const strand = book.catalogue?.strands.find(({ id }) => id === of)
  if (of !== undefined && cell < 0 && strand === undefined) return undefined

  const name = names.skills.get(skill) ?? skill
  const words = BANDS.find(({ value }) => value === band)!.label
  const where = cell < 0 ? 'in the whole organisation' : `in the group “${release.cells[cell]!.label}”`
  const common = {
    question: `How many ${where} ${words}: ${name}?`,
    definition: DEFINITIONS[band],
    of: ofWhat(release.replies, book.headcount),
    method: methodOf(book),
  }
  if (cell >= 0) return { ...common, ...inCell(book, cell, place, band) }
  const figure = inOrganisation(release, place, band)
  const share = shareOf(figure, repliesInOrganisation(release))
  const need = strand && neededBy(book, strand.id, skill)
  return {
    ...common,
    figure: people(figure),
    ...(share && { share: `${sharePlusMinus(share)} of those who replied` }),
    ...(need && { against: need }),
    margin: marginWords(figure),
  }
}

function inCell({ release }: Book, cell: number, place: number, band: BandName) {
  const figure = inCells(release, [cell], place, band)
  const replies = repliesInCells(release, [cell])
  const share = shareInCells(release, [cell], [place], band)
  const of = `Self-assessed; ${plusMinus(replies)} replied in this group.`
  if (share === undefined) {
    return {
      of,
      figure: 'Not told',
      margin: `A count for so few replies could be off by more than 15 in 100 of the group, so it is not given. Over a group of skills it may be: see “Groups of staff”.`,
    }
  }
  return {
    of,
    figure: people(figure),
    share: `${sharePlusMinus(share)} of those who replied in this group`,
    margin: marginWords(figure),
  }
}

function neededBy({ release, catalogue }: Book, strand: Id, skill: Id): string | undefined {
  const found = strandsReadiness(release, catalogue?.strands ?? []).find((one) => one.strand.id === strand)
  const need = found?.needs.find((one) => one.skill === skill)
  if (found === undefined || need === undefined) return undefined
  return `The strand “${found.strand.name}” needs ${need.needed} people able; ${plusMinus(need.able)} said they are. ${NEED_WORDS[need.verdict]}.`
}

const people = (figure: Figure) => `${plusMinus(figure)} people`

function marginWords({ people: count, margin }: Figure): string {
  const least = Math.max(0, count - margin)
  return `The true count among those who replied lies between ${least} and ${count + margin}, 19 times out of 20. The margin is of the blur only: it says nothing of those who did not reply.`
}

function methodOf({ release }: Book): string[] {
  const cells = release.cells.length
  return [
    'Each member of staff who chose to reply sent a summary of their own ratings, without a name. The summaries were counted once when the period closed, and deleted.',
    `Counted were those short of each skill, those able, and all who replied, no more. Every count was blurred by random noise (discrete Laplace, ε = ${release.epsilon} for the whole release) before anybody saw it, so that nobody can be worked out from it. Groups with fewer than ten replies were taken together.`,
    'A share is a blurred count of a blurred number of replies; its margin allows for both.',
    ...(cells > 0
      ? [
          `A count of the whole organisation is made of two blurred ones: its own, and the sum of its ${cells} groups, weighed ${cells} to 1.`,
        ]
      : []),
    `Release ${release.period}, catalogue ${release.catalogue}.`,
  ]
}
