import type { Assessment, Person, Rating } from './assessment'
import type { Id } from './id'
import { isSameAssessment } from './mergeAssessments'

/** One skill that was answered differently here and in the copy. Both answers are kept; the later one holds. */
export interface RatingDiffers {
  person: Person['id']
  assessment: string
  skill: Id
  kept: Rating
  setAside: Rating
}

/** What a merge of assessments brings, compared with what was here. */
export interface MergeReport {
  /** Titles of assessments that were not here. */
  assessments: string[]
  /** Ratings of skills that were not rated here. */
  ratings: number
  differs: RatingDiffers[]
}

/** Compares what was here with what came of merging the copy into it. */
export function mergeReport(
  here: readonly Assessment[],
  copy: readonly Assessment[],
  merged: readonly Assessment[],
): MergeReport {
  const report: MergeReport = { assessments: [], ratings: 0, differs: [] }
  for (const result of merged) {
    const isSame = (other: Assessment) => isSameAssessment(other, result)
    const before = here.filter(isSame)
    const brought = copy.filter(isSame)
    if (before.length === 0) report.assessments.push(result.title)
    for (const [skill, kept] of Object.entries(result.ratings)) {
      const ours = before.flatMap(({ ratings }) => ratings[skill] ?? [])
      const theirs = brought.flatMap(({ ratings }) => ratings[skill] ?? [])
      if (ours.length === 0) report.ratings += 1
      const setAside = [...ours, ...theirs].find((rating) => !sameAnswer(rating, kept))
      if (setAside === undefined || ours.length === 0 || theirs.length === 0) continue
      report.differs.push({ person: result.person, assessment: result.title, skill, kept, setAside })
    }
  }
  return report
}

function sameAnswer(a: Rating, b: Rating): boolean {
  return a.level === b.level && a.notRelevant === b.notRelevant
}
