import type { Rating } from '../assessment'
import type { Id } from '../id'
import type { Action } from '../plan/action'
import type { Certificate } from '../plan/certificate'
import { isConfirmedByBoth } from './confirm'
import type { PackPart } from './fileRecord'
import { canonical } from './merge'
import type { Saying } from './say'
import { headsOf, standingOf } from './standing'
import type { Kind, Values, Writes } from './write'

/** Where a person stands by their own account, at this moment. */
export interface Standpoint {
  name: string
  role?: Id
  target?: Id
  ratings: Readonly<Record<Id, Rating>>
  actions: readonly Action[]
  certificates: readonly Certificate[]
}

/**
 * What has to be said in an appraisal for it to hold where the person stands now, in the parts they ticked: what
 * is new or other than what stands, and what they took back since. Parts not ticked stay as they stand. An
 * appraisal that both confirmed is finished, and nothing more is said in it.
 */
export function snapshot(writes: Writes, now: Standpoint, parts: readonly PackPart[]): Saying[] {
  if (isConfirmedByBoth(writes)) return []
  const rated = Object.entries(now.ratings)
  const says = (part: PackPart, ...sayings: Saying[][]) => (parts.includes(part) ? sayings.flat() : [])
  return [
    ...towards(writes, 'person', [['', personOf(now)]]),
    ...says('ratings', towards(writes, 'own', rated.map(withoutEvidence))),
    ...says('evidence', towards(writes, 'evidence', rated.flatMap(evidenceOf))),
    ...says('targets', towards(writes, 'target', now.target === undefined ? [] : [['', [now.target]]])),
    ...says(
      'plan',
      towards(writes, 'plan', now.actions.map(actionWithoutEvidence)),
      towards(
        writes,
        'certificate',
        now.certificates.map((certificate) => [certificate.id, certificate]),
      ),
    ),
  ]
}

/** What brings one kind from what stands to what is so now, saying only what differs. */
function towards<K extends Kind>(
  writes: Writes,
  kind: K,
  now: readonly (readonly [key: string, value: Values[K]])[],
): Saying[] {
  const keys = new Set(now.map(([key]) => key))
  const gone = [...standingOf(writes, kind).keys()].filter((key) => !keys.has(key))
  const other = now.filter(([key, value]) => {
    const heads = headsOf(writes, kind, key)
    return heads.length !== 1 || canonical(heads[0]?.value) !== canonical(value)
  })
  return [...other, ...gone.map((key) => [key, null] as const)].map(
    ([key, value]) => ({ kind, key, value }) as Saying,
  )
}

function personOf({ name, role }: Standpoint): Values['person'] {
  return { name, ...(role !== undefined && { role }) }
}

function withoutEvidence([skill, rating]: [Id, Rating]): [Id, Values['own']] {
  const { evidence: _ticked, ...own } = rating
  return [skill, own]
}

function evidenceOf([skill, { evidence }]: [Id, Rating]): [Id, Values['evidence']][] {
  return evidence === undefined || evidence.length === 0 ? [] : [[skill, evidence]]
}

/** What shows that an action is done is evidence, which has a tick of its own. */
function actionWithoutEvidence(action: Action): [string, Action] {
  const { evidence: _ticked, ...plain } = action
  return [action.id, plain]
}
