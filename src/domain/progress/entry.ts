import type { Day } from '../day'
import type { Id } from '../id'

export const STATUSES = ['planned', 'under way', 'done', 'stopped'] as const
export type Status = (typeof STATUSES)[number]

/** What an entry is about, with its name as it was, so that it stays readable without the catalogue. */
export interface About {
  skill?: Id
  name: string
}

interface Kept {
  id: string
  about: About
  /** An ISO 8601 instant. */
  createdAt: string
  /** An ISO 8601 instant; that of making until it is changed. */
  changedAt: string
}

/** What the service will do about a gap. */
export interface GapAction extends Kept {
  kind: 'action'
  what: string
  /** A role or a team: never somebody by name. */
  owner: string
  due: Day
  /** In whole pounds; absent where nobody has said. */
  cost?: number
  status: Status
  /** The figure it was made from, in words, and of which release. */
  from?: { period: string; figure: string }
}

/** What has been done about it, as HR counted it: posts filled, or people who were trained. */
export interface Headway extends Kept {
  kind: 'posts filled' | 'training done'
  count: number
  on: Day
  note?: string
}

/** One line of what HR keeps of the steps against gaps. */
export type ProgressEntry = GapAction | Headway

export function isAction(entry: ProgressEntry): entry is GapAction {
  return entry.kind === 'action'
}

/** Actions, the first due first; what is stopped last. */
export function actionsIn(entries: readonly ProgressEntry[]): GapAction[] {
  const last = ({ status }: GapAction) => (status === 'stopped' ? 1 : 0)
  return entries
    .filter(isAction)
    .sort((a, b) => last(a) - last(b) || order(a.due, b.due) || order(a.createdAt, b.createdAt))
}

/** Posts filled and training done, the latest first. */
export function headwayIn(entries: readonly ProgressEntry[]): Headway[] {
  return entries
    .filter((entry): entry is Headway => !isAction(entry))
    .sort((a, b) => order(b.on, a.on) || order(b.createdAt, a.createdAt))
}

/** True for what should be done by now and is not. */
export function isLate({ status, due }: GapAction, today: Day): boolean {
  return (status === 'planned' || status === 'under way') && due < today
}

/** Sums over entries, for a line of words. Stopped actions cost nothing. */
export interface ProgressTotals {
  open: number
  done: number
  late: number
  /** In pounds. */
  cost: number
  /** Actions that no cost is said of. */
  uncosted: number
  postsFilled: number
  trained: number
}

export function totalsOf(entries: readonly ProgressEntry[], today: Day): ProgressTotals {
  const actions = entries.filter(isAction).filter(({ status }) => status !== 'stopped')
  const count = (kind: Headway['kind']) =>
    headwayIn(entries)
      .filter((entry) => entry.kind === kind)
      .reduce((sum, entry) => sum + entry.count, 0)
  return {
    open: actions.filter(({ status }) => status !== 'done').length,
    done: actions.filter(({ status }) => status === 'done').length,
    late: actions.filter((action) => isLate(action, today)).length,
    cost: actions.reduce((sum, { cost = 0 }) => sum + cost, 0),
    uncosted: actions.filter(({ cost }) => cost === undefined).length,
    postsFilled: count('posts filled'),
    trained: count('training done'),
  }
}

/** Two copies of one entry: the one changed last holds. The same whichever is merged into which. */
export function mergeEntry(a: ProgressEntry, b: ProgressEntry): ProgressEntry {
  if (a.changedAt !== b.changedAt) return a.changedAt > b.changedAt ? a : b
  return JSON.stringify(a) > JSON.stringify(b) ? a : b
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
