import { inList } from '../../../domain/difference/inList'
import { levelLabel, type Scale } from '../../../domain/scale'
import type { Reason } from '../../../domain/upgrade'

const OF = { role: 'the role you hold', target: 'the role you aim for' } as const

/** Why a person is asked again. What a role asks is not told here: nobody rates to it. */
export function reasonWords(reason: Reason, scale: Scale): string {
  switch (reason.kind) {
    case 'reworded': {
      const levels = reason.levels.map((level) => `${level} ${levelLabel(scale, level)}`)
      const places = [
        ...(reason.summary ? ['what it is'] : []),
        ...(levels.length > 0 ? [inList(levels)] : []),
      ]
      return `Worded anew: ${places.join(', and ')}.`
    }
    case 'rescaled':
      return 'Its levels are other ones than before.'
    case 'required-level':
      return `The level that ${OF[reason.of]} asks of it has moved.`
    case 'newly-asked':
      return `${OF[reason.of].replace(/^t/, 'T')} asks it now, and did not before.`
    case 'removed':
      return 'It is no longer in the catalogue.'
  }
}
