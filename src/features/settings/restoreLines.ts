import type { RestoreReport } from '../../database/restore'
import { momentInWords } from '../../parts/dayInWords'

/** What restoring a copy brings, each kind in a line, in words that hold before and after alike. */
export function restoreLines({
  madeAt,
  assessments,
  ratings,
  planned,
  members,
  cards,
  kept,
  appraisals,
  drafts,
  frameworks,
  periods,
}: RestoreReport): string[] {
  return [
    assessments.length > 0 &&
      `${count(assessments.length, 'assessment')} that ${are(assessments)} not here: ${list(assessments)}`,
    ratings > 0 && `${count(ratings, 'rating')} of skills not rated here`,
    planned.length > 0 &&
      `${planned.length} ${planned.length === 1 ? 'action or certificate' : 'actions and certificates'}: ${list(planned)}`,
    members.length > 0 && `${count(members.length, 'member')} of a team: ${list(members)}`,
    cards.length > 0 &&
      `the key of ${cards.length === 1 ? 'a manager’s card' : 'managers’ cards'}: ${list(cards)}`,
    kept.length > 0 && `kept views of the team and managers’ cards: ${list(kept)}`,
    appraisals > 0 && `${count(appraisals, 'appraisal')} of which the copy says more`,
    drafts.added > 0 && `${count(drafts.added, 'draft')} of the catalogue`,
    drafts.beside > 0 &&
      `${count(drafts.beside, 'draft')} of the catalogue, kept beside what is drafted here as “From the copy of ${momentInWords(madeAt)}”`,
    frameworks.length > 0 && `${count(frameworks.length, 'imported framework')}: ${list(frameworks)}`,
    periods.length > 0 &&
      `${list(periods)}: sent from the laptop the copy was made on, so this one does not send again in ${
        periods.length === 1 ? 'that period' : 'those periods'
      }`,
  ].filter((line) => line !== false)
}

/** True where everything in the copy was here already. */
export function bringsNothing(report: RestoreReport): boolean {
  const { differs, people, brings } = report
  return restoreLines(report).length + differs.length + people.length + brings.length === 0
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`
}

function are({ length }: string[]): string {
  return length === 1 ? 'was' : 'were'
}

function list(names: string[]): string {
  return new Intl.ListFormat('en-GB').format(names)
}
