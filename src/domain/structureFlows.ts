import type { Id } from './id'
import type { Post, Structure, Succession } from './structure'

/** How many of the posts of one place lead to another: a share, so not a whole number. */
export interface Flow {
  from: Id
  to: Id
  headcount: number
}

/** Enough for a few dozen posts to settle to well under a hundredth of a post. */
const ROUNDS = 200
const NEGLIGIBLE = 0.005

/**
 * Shares the headcount of each old post among the new posts it leads to, so that as far as may be no new post is
 * given more than it has places. It says how the structure changes, never where a person goes. Starts in proportion
 * to the places and corrects sides in turn (iterative proportional fitting, Deming and Stephan 1940), old posts last:
 * their headcounts are always shared out in full.
 */
export function postFlows(before: Structure, after: Structure, successions: readonly Succession[]): Flow[] {
  const places = headcounts(after.posts)
  const leaving = headcounts(before.posts)
  const flows = successions.flatMap(({ from, to }) =>
    [...new Set(to)].flatMap((each) => {
      const room = places.get(each) ?? 0
      return leaving.has(from) && room > 0 ? [{ from, to: each, headcount: room }] : []
    }),
  )
  for (let round = 0; round < ROUNDS; round += 1) {
    fit(flows, 'to', (sum, id) => Math.min(1, (places.get(id) ?? 0) / sum))
    fit(flows, 'from', (sum, id) => (leaving.get(id) ?? 0) / sum)
  }
  return flows.filter(({ headcount }) => headcount > NEGLIGIBLE)
}

/** The flows of posts added up by the units they are in. */
export function unitFlows(before: Structure, after: Structure, flows: readonly Flow[]): Flow[] {
  const unitBefore = new Map(before.posts.map(({ id, unit }) => [id, unit]))
  const unitAfter = new Map(after.posts.map(({ id, unit }) => [id, unit]))
  const sums = new Map<string, Flow>()
  for (const flow of flows) {
    const [from, to] = [unitBefore.get(flow.from), unitAfter.get(flow.to)]
    if (from === undefined || to === undefined) continue
    const sum = sums.get(`${from} ${to}`) ?? { from, to, headcount: 0 }
    sums.set(`${from} ${to}`, { ...sum, headcount: sum.headcount + flow.headcount })
  }
  return [...sums.values()]
}

export function headcountOf(posts: readonly Post[]): number {
  return posts.reduce((sum, { headcount }) => sum + headcount, 0)
}

function headcounts(posts: readonly Post[]): Map<Id, number> {
  return new Map(posts.map(({ id, headcount }) => [id, headcount]))
}

/** Multiplies the flows of each end by what its present sum calls for. */
function fit(flows: Flow[], end: 'from' | 'to', factor: (sum: number, id: Id) => number): void {
  const sums = new Map<Id, number>()
  for (const flow of flows) sums.set(flow[end], (sums.get(flow[end]) ?? 0) + flow.headcount)
  for (const flow of flows) flow.headcount *= factor(sums.get(flow[end]) || 1, flow[end])
}
