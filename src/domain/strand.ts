import type { Id } from './id'

/** How many people a strand needs at a skill's needed level. */
export interface StrandNeed {
  skill: Id
  headcount: number
}

/** A line of the ICT strategy, and what it takes. */
export interface Strand {
  id: Id
  name: string
  purpose: string
  needs: StrandNeed[]
}
