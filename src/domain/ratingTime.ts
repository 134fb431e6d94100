import type { Skill } from './skill'

/**
 * Silent reading of English prose, in words a minute: Brysbaert, "How many words do we read per minute?",
 * Journal of Memory and Language 109 (2019).
 */
const WORDS_A_MINUTE = 238
/** Deciding, and pressing the key. */
const SECONDS_TO_ANSWER = 5
/** So many skills stand for all of a long list. */
const SKILLS_READ = 50

/** Whole minutes, at least 1, that rating these skills takes somebody who reads what is shown; 0 for none. */
export function minutesToRate(skills: readonly Skill[]): number {
  if (skills.length === 0) return 0
  const step = Math.max(1, Math.floor(skills.length / SKILLS_READ))
  const read = skills.filter((_, at) => at % step === 0)
  const seconds = read.reduce((sum, skill) => sum + secondsToRate(skill), 0) / read.length
  return Math.max(1, Math.round((seconds * skills.length) / 60))
}

/** Words are counted once a skill: the time left is told again after every rating. */
const counted = new WeakMap<Skill, number>()

/** To read what the skill is and, of its levels, the two between which an answer falls. */
function secondsToRate(skill: Skill): number {
  const known = counted.get(skill)
  if (known !== undefined) return known
  const levels = skill.descriptors.map(({ statements }) => wordsIn(statements))
  const aLevel = levels.length === 0 ? 0 : levels.reduce((sum, words) => sum + words, 0) / levels.length
  const words = wordsIn([skill.name, skill.summary]) + 2 * aLevel
  const seconds = (words * 60) / WORDS_A_MINUTE + SECONDS_TO_ANSWER
  counted.set(skill, seconds)
  return seconds
}

function wordsIn(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0)
}
