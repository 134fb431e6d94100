import type { Person, Spell } from './assessment'
import { addDays, type Day } from './day'
import type { Id } from './id'

/** Something that happens in a working life, and the day it does. */
export type LifeEvent =
  | { kind: 'role'; role: Id; from: Day }
  | { kind: 'secondment'; role: Id; from: Day; until?: Day }
  | { kind: 'leave'; from: Day; until?: Day }
  | { kind: 'left'; from: Day }

type Held = Pick<Person, 'role' | 'roleHistory'>

/**
 * What is known of a person once this has happened. A new role ends the role held and everything else that goes
 * on; a secondment or leave leaves the role held as it is; leaving ends all and holds no role. Ratings are no
 * part of this: they stay. The role held so far is written down with the rest the first time.
 */
export function afterEvent(person: Held, event: LifeEvent): Held {
  const spells = begun(person)
  if (event.kind === 'secondment' || event.kind === 'leave') {
    return { role: person.role, roleHistory: inOrder([...spells, event]) }
  }
  const last = addDays(event.from, -1)
  const ended = spells.flatMap((spell) => endedBy(spell, event.from, last))
  return {
    role: event.kind === 'role' ? event.role : undefined,
    roleHistory: inOrder([...ended, event]),
  }
}

/** Everything said by either of two copies, once. Commutative, associative and idempotent. */
export function mergeRoleHistory(a: readonly Spell[], b: readonly Spell[]): Spell[] {
  const different = new Map([...a, ...b].map((spell) => [keyOf(spell), spell]))
  return inOrder([...different.values()])
}

/** The spells that hold on a day, such as a secondment beside the role held. */
export function spellsOn(history: readonly Spell[], day: Day): Spell[] {
  return history.filter(
    ({ from, until }) => (from === undefined || from <= day) && (until === undefined || until >= day),
  )
}

/** The secondment in force on a day; of several, the one that began last. */
export function secondmentOn(history: readonly Spell[], day: Day): Spell | undefined {
  return spellsOn(history, day)
    .filter(({ kind }) => kind === 'secondment')
    .at(-1)
}

function begun({ role, roleHistory = [] }: Held): Spell[] {
  const known = roleHistory.some((spell) => spell.kind === 'role' && spell.role === role && !spell.until)
  return role === undefined || known ? roleHistory : [{ kind: 'role', role }, ...roleHistory]
}

/** A spell that goes on is ended; one that was to begin on that day or later never does. */
function endedBy(spell: Spell, from: Day, last: Day): Spell[] {
  if (spell.until !== undefined && spell.until < from) return [spell]
  return spell.from !== undefined && spell.from >= from ? [] : [{ ...spell, until: last }]
}

function inOrder(spells: readonly Spell[]): Spell[] {
  return [...spells].sort(
    (a, b) => (a.from ?? '').localeCompare(b.from ?? '') || keyOf(a).localeCompare(keyOf(b)),
  )
}

function keyOf({ kind, role = '', from = '', until = '' }: Spell): string {
  return `${from} ${kind} ${role} ${until}`
}
