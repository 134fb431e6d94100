import type { Id } from './id'

export const MOVE_KINDS = ['promotion', 'sideways', 'new-structure', 'return'] as const
export type MoveKind = (typeof MOVE_KINDS)[number]

/** The word for each kind of move: on screen a colour or shape never stands alone. */
export const MOVE_LABELS: Record<MoveKind, string> = {
  promotion: 'promotion',
  sideways: 'sideways',
  'new-structure': 'into the new structure',
  return: 'return',
}

/** A way from one role to another. */
export interface Move {
  from: Id
  to: Id
  kind: MoveKind
  why?: string
}
