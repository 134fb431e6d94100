import type { Member } from '../../../domain/appraisal/appraisal'
import { STAGES, type Progress, type Stage } from '../../../domain/appraisal/stage'

/** One member's place in the season. */
export interface Place {
  member: Member
  progress: Progress
  /** The role they hold, by name; undefined where nobody has said, or it is in no catalogue here. */
  role?: string
}

/** What a manager does next for somebody: a button, and why. */
export interface NextStep {
  label: string
  to: string
  why: string
  /** 0 is most worth doing now; a season goes round by these. */
  turn: number
}

/** The next thing to do for somebody; undefined where it is their turn, or all is done. `query` holds the season. */
export function nextStep({ member, progress, role }: Place, query: string): NextStep | undefined {
  const at = `/appraisals/${member.id}`
  const { stage, rated, toRate, notGiven } = progress
  const step = (turn: number, label: string, to: string, why: string): NextStep => ({ label, to, why, turn })
  const left = role === undefined ? 'rate what they do' : `${rated} of ${toRate} rated`
  switch (stage) {
    case 'rated, pack waiting':
      return step(
        0,
        'Open theirs',
        `${at}/rate${query}`,
        'You have rated all their role asks; their pack is here.',
      )
    case 'ready to meet':
      return step(1, 'Meet', `${at}/meeting${query}`, 'The agenda is ready: only what you see differently.')
    case 'met':
      return step(2, 'Finish', `${at}/meeting${query}`, finishWords(progress))
    case 'rating':
      return step(3, rated === 0 ? 'Rate' : 'Go on rating', `${at}/rate${query}`, left)
    case 'no pack yet':
      return rated === toRate && toRate > 0
        ? undefined
        : step(5, 'Rate', `${at}/rate${query}`, 'You can rate before their pack is here.')
    case 'confirmed by both':
      return notGiven === 0
        ? undefined
        : step(
            4,
            'Give a copy',
            copyFor(member.id, query),
            'They have not been given your ratings as they stand.',
          )
  }
}

/** Where a copy for a member is saved. */
export function copyFor(member: Member['id'], query: string): string {
  return `/appraisals/pack?for=${member}${query.replace('?', '&')}`
}

function finishWords({ confirmed }: Progress): string {
  if (confirmed.manager === 'changed since' || confirmed.person === 'changed since')
    return 'Something changed after it was confirmed: both confirm again.'
  if (confirmed.manager === 'holds') return 'You have confirmed; they have not yet.'
  return confirmed.person === 'holds'
    ? 'They have confirmed; you have not yet.'
    : 'Neither has confirmed yet.'
}

/** What each stage is called where it is shown. */
export const STAGE_WORDS: Record<Stage, string> = {
  'no pack yet': 'No pack yet',
  rating: 'Rating',
  'rated, pack waiting': 'Rated, pack waiting',
  'ready to meet': 'Ready to meet',
  met: 'Met',
  'confirmed by both': 'Confirmed by both',
}

/** How many stand at each stage, every stage named. */
export function stageCounts(places: readonly Place[]): { stage: Stage; count: number }[] {
  return STAGES.map((stage) => ({
    stage,
    count: places.filter(({ progress }) => progress.stage === stage).length,
  }))
}
