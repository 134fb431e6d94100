import type { Assessment, Person, Rating } from './assessment'
import type { Id } from './id'
import { mergePair, pairAssessments } from './mergeAssessments'

/** One skill that was answered differently here and in the copy. Both answers are kept; the later one holds. */
export interface RatingDiffers {
  person: Person['id']
  assessment: string
  skill: Id
  kept: Rating
  setAside: Rating
}

/** What merging the assessments of a copy brings, compared with what is here. */
export interface MergeReport {
  /** Titles of assessments that are not here. */
  assessments: string[]
  /** Ratings of skills that are not rated here. */
  ratings: number
  differs: RatingDiffers[]
}

export function mergeReport(here: readonly Assessment[], copy: readonly Assessment[]): MergeReport {
  const report: MergeReport = { assessments: [], ratings: 0, differs: [] }
  for (const pair of pairAssessments(here, copy)) {
    const merged = mergePair(pair)
    if (pair.here === undefined) report.assessments.push(merged.title)
    for (const [skill, kept] of Object.entries(merged.ratings)) {
      const ours = pair.here?.ratings[skill]
      const theirs = pair.copy?.ratings[skill]
      if (ours === undefined) report.ratings += 1
      if (ours === undefined || theirs === undefined || sameAnswer(ours, theirs)) continue
      const setAside = sameAnswer(ours, kept) ? theirs : ours
      report.differs.push({ person: merged.person, assessment: merged.title, skill, kept, setAside })
    }
  }
  return report
}

function sameAnswer(a: Rating, b: Rating): boolean {
  return a.level === b.level && a.notRelevant === b.notRelevant
}
