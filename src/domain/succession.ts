import type { Catalogue } from './catalogue'
import type { Id } from './id'
import type { RoleProfile } from './role'
import type { Post, Structure } from './structure'

/** Why a role is open: an old post that leads to it, or a move into the new structure. */
export interface LeadReason {
  /** The old post; absent where a move of the pathway says it. */
  from?: Post
  why?: string
}

/** A role of the new structure that an old one leads to. */
export interface Lead {
  role: RoleProfile
  /** The posts of the new structure that have the role; none are named while it is in consultation. */
  posts: Post[]
  reasons: LeadReason[]
}

/** The posts a structure has for a role. */
export function postsOf(structure: Structure, role: Id): Post[] {
  return structure.posts.filter((post) => post.role === role)
}

/** The roles that a structure has posts for. */
export function rolesIn(structure: Structure): Set<Id> {
  return new Set(structure.posts.map((post) => post.role))
}

type Known = Pick<Catalogue, 'frameworks' | 'before' | 'after' | 'successions' | 'moves'>

/**
 * Where a role held before the change leads: first by the successions of the posts that have it, in the
 * catalogue's order, then by moves into the new structure. Each role stands once, with every reason. A role with
 * no post before the change leads nowhere by succession. While the new structure is in consultation no post
 * of it is named, only roles.
 */
export function leadsFrom(role: Id, catalogue: Known): Lead[] {
  const { after, successions, moves } = catalogue
  const posts = new Map(after.posts.map((post) => [post.id, post]))
  const leads = new Leads(catalogue)
  for (const post of postsOf(catalogue.before, role)) {
    for (const { to, why } of successions.filter((succession) => succession.from === post.id)) {
      for (const next of to.flatMap((id) => posts.get(id) ?? [])) {
        leads.add(next.role, { from: post, ...(why && { why }) }, next)
      }
    }
  }
  for (const { from, to, kind, why } of moves) {
    if (from === role && kind === 'new-structure') leads.add(to, why ? { why } : {})
  }
  return leads.all()
}

/** Leads by role, in the order they were first met. */
class Leads {
  readonly #byRole = new Map<Id, Lead>()
  readonly #catalogue: Known

  constructor(catalogue: Known) {
    this.#catalogue = catalogue
  }

  add(id: Id, reason: LeadReason, post?: Post): void {
    const role = this.#roleOf(id)
    if (role === undefined) return
    const lead = this.#byRole.get(id) ?? { role, posts: [], reasons: [] }
    this.#byRole.set(id, lead)
    const known = lead.reasons.some(({ from, why }) => from === reason.from && why === reason.why)
    if (!known) lead.reasons.push(reason)
    const named = post !== undefined && !this.#catalogue.after.inConsultation
    if (named && !lead.posts.includes(post)) lead.posts.push(post)
  }

  all(): Lead[] {
    return [...this.#byRole.values()]
  }

  #roleOf(id: Id): RoleProfile | undefined {
    return this.#catalogue.frameworks.flatMap(({ roles }) => roles).find((role) => role.id === id)
  }
}
