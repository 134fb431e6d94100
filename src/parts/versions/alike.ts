/** How alike two things are, in words: `score` is that of `proposeRenames`, from 0.5. */
export function alikeWords(score: number): string {
  if (score >= 0.95) return 'the same words'
  if (score >= 0.8) return 'very alike'
  if (score >= 0.65) return 'alike'
  return 'somewhat alike'
}
