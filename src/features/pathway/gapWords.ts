import type { Gap } from '../../domain/gap'
import { levelLabel, type Scale } from '../../domain/scale'

/** What the role asks, in words. */
export function askedWords(gap: Gap, scale: Scale): string {
  return gap.asked === undefined
    ? 'Any level (the role states none)'
    : `${gap.asked} ${levelLabel(scale, gap.asked)}`
}

/** What the person has, in words: not rated and none yet stay two things. */
export function hasWords(gap: Gap, scale: Scale): string {
  if (gap.has === undefined) return 'Not rated'
  return gap.has === 0 ? 'None yet' : `${gap.has} ${levelLabel(scale, gap.has)}`
}

/** How far, in a few words. */
export function gapWords(gap: Gap): string {
  if (gap.met) return gap.asked === undefined ? 'met: any level does' : 'met'
  if (gap.asked === undefined)
    return gap.has === undefined ? 'not rated · any level does' : 'none yet · any level does'
  const has = gap.has === undefined ? 'not rated' : gap.has === 0 ? 'none yet' : String(gap.has)
  return `${has} of ${gap.asked}`
}
