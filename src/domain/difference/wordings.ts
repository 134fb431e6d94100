import { findThing } from '../draft/find'
import type { EditableKind } from '../draft/things'
import type { NameSource } from '../names'
import { levelLabel, type Scale } from '../scale'
import { descriptorAt, type Skill } from '../skill'
import type { Change } from './change'
import { equal } from './equal'

/** A text as it was and as it is, each in lines; no lines where there was or is none. */
export interface Wording {
  /** What it is of: `What it is`, `3 Works unaided`. */
  of: string
  then: string[]
  now: string[]
}

/** The words behind a change, for a reader who wants to see them; empty where it is not one of words. */
export function wordingsOf(change: Change, before: NameSource, after: NameSource): Wording[] {
  if (change.kind === 'skill-reworded') {
    const [old, now] = [before, after].map((source) => findThing(source, { of: 'skill', id: change.skill }))
    const scale = after.frameworks.find(({ skills }) => skills.some(({ id }) => id === change.skill))?.scale
    if (old === undefined || now === undefined || scale === undefined) return []
    return skillWordings(old, now, scale, change)
  }
  if (change.kind === 'reworded' && change.thing.of !== 'framework') {
    const thing = { ...change.thing, of: change.thing.of as EditableKind }
    return textFields(findThing(before, thing), findThing(after, thing))
  }
  if (change.kind === 'notice') {
    return [{ of: 'Notice', then: linesOf(change.from), now: linesOf(change.to) }]
  }
  return []
}

/** A skill's summary and its statements at these levels, as they were and as they are. */
export function skillWordings(
  old: Skill,
  now: Skill,
  scale: Scale,
  { summary, levels }: { summary: boolean; levels: readonly number[] },
): Wording[] {
  const atLevel = (skill: Skill, level: number) => descriptorAt(skill, level)?.statements ?? []
  return [
    ...(summary ? [{ of: 'What it is', then: linesOf(old.summary), now: linesOf(now.summary) }] : []),
    ...levels
      .map((level) => ({
        of: `${level} ${levelLabel(scale, level)}`,
        then: atLevel(old, level),
        now: atLevel(now, level),
      }))
      .filter((wording) => !equal(wording.then, wording.now)),
  ]
}

const FIELDS = {
  summary: 'What it is',
  purpose: 'What it is for',
  waysIn: 'Ways in',
  waysOut: 'Ways out',
} as const

function textFields(old: object | undefined, now: object | undefined): Wording[] {
  const [left, right] = [old, now] as (Partial<Record<keyof typeof FIELDS, string>> | undefined)[]
  return (Object.keys(FIELDS) as (keyof typeof FIELDS)[])
    .map((field) => ({ of: FIELDS[field], then: linesOf(left?.[field]), now: linesOf(right?.[field]) }))
    .filter((wording) => !equal(wording.then, wording.now))
}

function linesOf(text: string | undefined): string[] {
  return text === undefined || text === '' ? [] : text.split('\n')
}
