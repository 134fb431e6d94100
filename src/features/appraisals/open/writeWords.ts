import type { Kind, Values } from '../../../domain/appraisal/write'
import type { Id } from '../../../domain/id'
import { dayInWords } from '../../../parts/dayInWords'

/** How skills and levels are called. */
export interface Namer {
  nameOf: (skill: Id) => string
  levelName: (level: number, on: string) => string
}

const KIND_WORDS: Record<Kind, string> = {
  person: 'Name and role',
  manager: 'Manager’s name',
  own: 'Own rating',
  evidence: 'Evidence',
  target: 'Role aimed for',
  plan: 'Plan',
  certificate: 'Certificate',
  given: 'Manager’s rating',
  opened: 'Opened the own ratings',
  agreed: 'Agreed level',
  comment: 'Comment',
  objective: 'Objective',
  action: 'Action',
  summary: 'Summary',
  meeting: 'Day of the meeting',
  confirmed: 'Confirmed',
}

/** What a write is about: `Agreed level: Solution design`. */
export function aboutWrite(kind: Kind, key: string, { nameOf }: Namer): string {
  const skill = kind === 'given' ? key.slice(key.indexOf('/') + 1) : key
  const isOfSkill = ['own', 'evidence', 'given', 'agreed', 'comment'].includes(kind)
  if (kind === 'summary' || kind === 'confirmed')
    return `${KIND_WORDS[kind]}, ${key === 'manager' ? 'the manager' : 'the person'}`
  return isOfSkill ? `${KIND_WORDS[kind]}: ${nameOf(skill)}` : KIND_WORDS[kind]
}

/** What a write says, in words. */
export function saidIn(value: Values[Kind] | null, { levelName }: Namer): string {
  if (value === null) return 'taken back'
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(value) : value
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? one : one.text)).join('; ')
  if ('notRelevant' in value && value.notRelevant) return 'Not relevant'
  if ('level' in value) return levelName(value.level, value.on)
  if ('due' in value) return actionIn(value)
  if ('what' in value)
    return 'by' in value && value.by ? `${value.what} (by ${dayInWords(value.by)})` : value.what
  if ('how' in value) return value.how === 'rated first' ? 'after rating' : 'without rating first'
  return value.name
}

/** All of it, so that two that differ in anything are told apart. */
function actionIn({ what, way, hours, to, due }: Values['action']): string {
  const time = hours === undefined ? '' : `, ${hours} hours`
  return `${what} (${way}${time}, to level ${to}, by ${dayInWords(due)})`
}
