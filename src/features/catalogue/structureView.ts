import type { Catalogue } from '../../domain/catalogue'
import type { Id } from '../../domain/id'
import type { Post, Structure, Unit } from '../../domain/structure'
import { headcountOf, postFlows, unitFlows, type Flow } from '../../domain/structureFlows'

/** A unit with its posts and the headcount they have. */
export interface UnitView {
  unit: Unit
  posts: Post[]
  headcount: number
}

/** The two structures and what leads where, as the page shows them. */
export interface StructureView {
  before: UnitView[]
  after: UnitView[]
  /** Between units, in headcount. */
  flows: Flow[]
  /** Where each post of the old structure leads, and where each of the new one is led to from. */
  leadsTo: Map<Id, { posts: Post[]; why?: string }>
  comesFrom: Map<Id, Post[]>
}

/** Where a post stands on the page: a post may keep its id from the old structure to the new. */
export function postAnchor(when: 'before' | 'after', post: Id): string {
  return `${when}-${post}`
}

/** Where either structure is in consultation, nothing is said of what leads where. */
export function structureView({ before, after, successions }: Catalogue): StructureView {
  const open = before.inConsultation || after.inConsultation
  const told = open ? [] : successions
  const oldPosts = new Map(before.posts.map((post) => [post.id, post]))
  const newPosts = new Map(after.posts.map((post) => [post.id, post]))
  const comesFrom = new Map<Id, Post[]>()
  for (const { from, to } of told) {
    const post = oldPosts.get(from)
    if (post === undefined) continue
    for (const id of to) comesFrom.set(id, [...(comesFrom.get(id) ?? []), post])
  }
  return {
    before: unitsOf(before),
    after: unitsOf(after),
    flows: unitFlows(before, after, postFlows(before, after, told)),
    leadsTo: new Map(
      told.map(({ from, to, why }) => [from, { posts: to.flatMap((id) => newPosts.get(id) ?? []), why }]),
    ),
    comesFrom,
  }
}

/** Units that have posts, in the structure's order. */
function unitsOf({ units, posts }: Structure): UnitView[] {
  return units
    .map((unit) => ({ unit, posts: posts.filter((post) => post.unit === unit.id) }))
    .filter((each) => each.posts.length > 0)
    .map((each) => ({ ...each, headcount: headcountOf(each.posts) }))
}

/** `Bands 9 to 13`, of grades that end in a number; the grades themselves where they do not. */
export function gradeRange(posts: readonly Post[]): string {
  const grades = [...new Set(posts.flatMap(({ grade }) => grade ?? []))]
  const numbered = grades.map((grade) => /^(\D*?)\s*(\d+)$/.exec(grade))
  const words = new Set(numbered.map((match) => match?.[1]))
  if (grades.length < 2 || words.size !== 1 || numbered.includes(null)) return grades.join(', ')
  const numbers = numbered.map((match) => Number(match?.[2]))
  return `${[...words][0]}s ${Math.min(...numbers)} to ${Math.max(...numbers)}`
}
