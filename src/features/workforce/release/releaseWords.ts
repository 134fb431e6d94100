import type { Change } from '../../../domain/release/change'
import type { Balance } from '../../../domain/release/demand'
import type { NeedMet } from '../../../domain/release/strands'
import type { Hours, TrainingNeed } from '../../../domain/release/training'
import { sharePlusMinus } from './figureWords'

export const NEED_WORDS: Record<NeedMet['verdict'], string> = {
  enough: 'Enough',
  'not enough': 'Not enough',
  'too close to tell': 'Too close to tell',
}

const number = new Intl.NumberFormat('en-GB')

/** `8 too few, ± 5`, `14 to spare, ± 5`, or that it cannot be told. */
export function balanceInWords({ verdict, beyond, able }: Balance): string {
  if (verdict === 'too close to tell') return 'Too close to tell'
  const people = number.format(Math.abs(beyond))
  return `${people} ${verdict === 'lacking' ? 'too few' : 'to spare'}, ± ${able.margin}`
}

/** `120 to 2,400 hours`, or `40 hours`. */
export function hoursInWords(hours: Hours | undefined): string {
  if (hours === undefined) return 'not known'
  const [least, most] = [number.format(hours.least), number.format(hours.most)]
  return least === most ? `${most} hours` : `${least} to ${most} hours`
}

/** `8, 20 and 40 hours`: a number for each step, `?` where the catalogue is silent. */
export function stepsInWords(steps: TrainingNeed['steps']): string {
  if (steps.every(({ hours }) => hours === undefined)) return 'not known'
  return steps.map(({ to, hours }) => `to ${to}: ${hours ?? 'not known'}`).join(', ')
}

/** `down 12 points, ± 9`. */
export function changeInWords({ by: { share, margin } }: Change): string {
  const points = Math.round(Math.abs(share) * 100)
  return `${share < 0 ? 'down' : 'up'} ${points} points, ± ${Math.ceil(margin * 100)}`
}

/** `24 % ± 5`, then and now. */
export function thenAndNow({ before, now }: Change): { then: string; now: string } {
  return { then: sharePlusMinus(before), now: sharePlusMinus(now) }
}

/** `4,250 pounds` as `£4,250`. */
export function pounds(cost: number): string {
  return `£${number.format(cost)}`
}
