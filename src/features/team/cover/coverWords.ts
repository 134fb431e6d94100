import { coverState, type Cover, type CoverState } from '../../../domain/team/cover'

/** "1 person", "4 people", "no people". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`
}

/** "2 known, up to 4", "2 known", "nobody known, up to 3", "nobody". */
export function rangeWords({ known, upTo }: Pick<Cover, 'known' | 'upTo'>): string {
  if (upTo === 0) return 'nobody'
  const range = known === upTo ? '' : `, up to ${upTo}`
  return `${known === 0 ? 'nobody' : known} known${range}`
}

export const STATE_WORDS: Record<CoverState, string> = {
  nobody: 'Nobody known',
  one: 'One known',
  'two or more': 'Two or more known',
}

/** What a state means, with how sure it is: what is not shared may change it. */
export function stateWords(cover: Cover): string {
  const maybe = cover.upTo > cover.known
  switch (coverState(cover)) {
    case 'nobody':
      if (cover.ableAway.length > 0) return 'able only in people away now'
      return maybe ? 'nobody known' : 'nobody'
    case 'one':
      return maybe ? 'one known: may be a single point of failure' : 'single point of failure'
    case 'two or more':
      return 'covered'
  }
}

/** "Ash, Bay and Elm". */
export function inARow(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
