import type { PackPart } from '../../../domain/appraisal/fileRecord'

/** What each part of a pack is called where it is ticked, and what is in it. */
export const PART_WORDS: Record<PackPart, { name: string; holds: string }> = {
  ratings: {
    name: 'My ratings',
    holds:
      'Each level you gave yourself, how sure you are, when you last used the skill, and whether you want to grow it or leave it behind.',
  },
  evidence: {
    name: 'My evidence',
    holds:
      'What you wrote beside your levels, in your own words and with its links. Look it through first: it may name other people.',
  },
  targets: { name: 'The role I aim for', holds: 'Its name only, not how ready you are.' },
  plan: {
    name: 'My plan and certificates',
    holds: 'What you mean to do and by when, what of it is done, and what you hold.',
  },
  conversation: {
    name: 'Our conversation so far',
    holds:
      'What has been said in this season’s appraisal: your manager’s ratings, agreed levels, comments, objectives, actions, summaries.',
  },
  earlier: {
    name: 'Earlier agreed appraisals',
    holds: 'Only what was agreed then, not who first gave which level. Meant for a new manager.',
  },
}

/**
 * What is ticked until the person says otherwise: what an appraisal is about. Evidence is not, because it is told in
 * free words, often about others, and is for the person to hand over knowingly; nor are earlier years, which this
 * one need not hang on.
 */
export const TICKED_AT_FIRST: readonly PackPart[] = ['ratings', 'targets', 'plan', 'conversation']

/** Parts as a list in a sentence, in their own order. */
export function partList(parts: readonly PackPart[]): string {
  return parts.map((part) => SHORT[part]).join(', ')
}

const SHORT: Record<PackPart, string> = {
  ratings: 'ratings',
  evidence: 'evidence',
  targets: 'target role',
  plan: 'plan and certificates',
  conversation: 'the conversation',
  earlier: 'earlier agreed appraisals',
}
