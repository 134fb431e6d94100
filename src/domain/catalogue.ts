import type { Framework } from './framework'
import type { Id } from './id'
import type { Move } from './move'
import type { Strand } from './strand'
import type { Structure, Succession } from './structure'

/** What is new in a published version, and for whom: roles or families; nobody named means everyone. */
export interface Notice {
  text: string
  roles?: Id[]
  families?: Id[]
}

/** One published version of everything a service agrees on. Every laptop holds one. */
export interface Catalogue {
  v: 1
  title: string
  /** For people, such as `2026.1`. The version of record is the hash of the published bytes. */
  edition: string
  language: string
  notice?: Notice
  frameworks: Framework[]
  /** The organisation as it was. */
  before: Structure
  /** The organisation as it will be. */
  after: Structure
  successions: Succession[]
  moves: Move[]
  strands: Strand[]
}
