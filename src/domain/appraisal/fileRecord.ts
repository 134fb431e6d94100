import type { Day } from '../day'

/** Parts of a pack that its maker ticks, each separately. */
export const PACK_PARTS = ['ratings', 'evidence', 'targets', 'plan', 'conversation', 'earlier'] as const
export type PackPart = (typeof PACK_PARTS)[number]

/** One file with something of a person's in it, made or opened on this laptop. */
export interface FileRecord {
  id: string
  /** An ISO 8601 instant. */
  at: string
  did: 'made' | 'opened'
  /** `pack`: an appraisal on its way between two people. `backup`: everything here. `export`: a table or a calendar. */
  what: 'pack' | 'backup' | 'export'
  /** The file's name when it was made or opened. */
  name: string
  /** Whose it is: `me`, or a member of the team; absent where it is of everybody here. */
  person?: string
  /** For whom it was made, or from whom it came, as the people here call them. */
  with?: string
  parts?: PackPart[]
  locked: 'passphrase' | 'card' | 'no'
  /** The day the other side's copy is said to be erased. */
  keptUntil?: Day
}
