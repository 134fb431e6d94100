import type { Gap } from '../../domain/gap'
import { levelLabel, type Scale } from '../../domain/scale'

/** What the role asks, in words. */
export function askedWords(gap: Gap, scale: Scale): string {
  return gap.asked === undefined
    ? 'Any level (the role states none)'
    : `${gap.asked} ${levelLabel(scale, gap.asked)}`
}

/** What the person has, in words: not relevant, not rated and none yet stay three things. */
export function hasWords(gap: Gap, scale: Scale): string {
  if (gap.has === undefined) return gap.notRelevant ? 'Not relevant to you' : 'Not rated'
  return gap.has === 0 ? 'None yet' : `${gap.has} ${levelLabel(scale, gap.has)}`
}

/** How far, in a few words. */
export function gapWords(gap: Gap): string {
  if (gap.met) return gap.asked === undefined ? 'met: any level does' : 'met'
  return gap.asked === undefined
    ? `${hasInShort(gap)} · any level does`
    : `${hasInShort(gap)} of ${gap.asked}`
}

function hasInShort(gap: Gap): string {
  if (gap.has === undefined) return gap.notRelevant ? 'not relevant to you' : 'not rated'
  return gap.has === 0 ? 'none yet' : String(gap.has)
}
