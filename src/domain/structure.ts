import type { Id } from './id'

export interface Unit {
  id: Id
  name: string
  parent?: Id
  purpose?: string
}

/** A place in the structure. Its grade comes from job evaluation and is never computed from skills. */
export interface Post {
  id: Id
  name: string
  role: Id
  unit: Id
  headcount: number
  grade?: string
}

/** The organisation at one time: as it was, or as it will be. */
export interface Structure {
  title: string
  /** While true, nothing may be shown that places people in it: roles only. */
  inConsultation?: boolean
  units: Unit[]
  posts: Post[]
}

/** Which posts of the new structure a post of the old one leads to. */
export interface Succession {
  from: Id
  to: Id[]
  why?: string
}
