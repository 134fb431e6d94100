import type { Kind, Values, Write } from '../../../domain/appraisal/write'
import { dayInWords } from '../../../parts/dayInWords'

/** Names of what writes speak of, as the page knows them. */
export interface SaidNames {
  skill: (id: string) => string
  level: (skill: string, level: number) => string
  person: string
  manager: string
}

/** What a write is about: `Agreed level of Solution design`. */
export function aboutWords({ kind, key }: Pick<Write, 'kind' | 'key'>, names: SaidNames): string {
  const who = key === 'manager' ? names.manager : names.person
  const words: Partial<Record<Kind, string>> = {
    agreed: `Agreed level of ${names.skill(key)}`,
    comment: `Comment on ${names.skill(key)}`,
    given: `${names.manager}’s rating of ${names.skill(key.slice(key.indexOf('/') + 1))}`,
    own: `${names.person}’s rating of ${names.skill(key)}`,
    evidence: `Evidence for ${names.skill(key)}`,
    objective: 'An objective',
    action: 'An action',
    summary: `${who}’s summary`,
    meeting: 'The day of the meeting',
    confirmed: `${who}’s confirmation`,
    target: 'The role aimed for',
  }
  return words[kind] ?? kind
}

/** What a write says, in full; a word for it where it was taken back. */
export function saidWords(write: Pick<Write, 'kind' | 'key' | 'value'>, names: SaidNames): string {
  const { kind, key, value } = write
  if (value === null) return 'Taken back'
  switch (kind) {
    case 'agreed':
    case 'own':
      return names.level(key, (value as Values['agreed']).level)
    case 'given':
      return names.level(key.slice(key.indexOf('/') + 1), (value as Values['given']).level)
    case 'comment':
    case 'summary':
      return value as string
    case 'objective':
      return objectiveWords(value as Values['objective'])
    case 'action':
      return actionWords(value as Values['action'], names)
    case 'meeting':
      return dayInWords(value as string)
    case 'evidence':
      return (value as Values['evidence']).map(({ text }) => text).join('; ')
    case 'confirmed':
      return `Confirmed by ${(value as Values['confirmed']).name}`
    default:
      return JSON.stringify(value)
  }
}

export function objectiveWords({ what, by }: Values['objective']): string {
  return by === undefined ? what : `${what}, by ${dayInWords(by)}`
}

export function actionWords(
  { skill, to, what, way, hours, due }: Values['action'],
  names: SaidNames,
): string {
  const time = hours === undefined ? '' : `, ${hours} hours`
  return `${what} (${way}${time}), to bring ${names.skill(skill)} to ${names.level(skill, to)}, by ${dayInWords(due)}`
}
