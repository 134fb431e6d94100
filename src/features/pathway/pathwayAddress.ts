import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { Id } from '../../domain/id'

/** What the address of My pathway says, so that a view can be kept, sent and gone back to. */
export interface PathwayAddress {
  role?: Id
  view?: 'map' | 'list'
  structure: 'new' | 'before'
  framework?: Id
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Reads the address; what is no such thing counts as not said. */
export function readAddress({ role, view, structure, framework }: LocationQuery): PathwayAddress {
  return {
    role: idIn(role),
    view: view === 'map' || view === 'list' ? view : undefined,
    structure: structure === 'before' ? 'before' : 'new',
    framework: idIn(framework),
  }
}

/** The address with something changed; what is usual is left out of it. */
export function writeAddress({ role, view, structure, framework }: PathwayAddress): LocationQueryRaw {
  return {
    ...(role && { role }),
    ...(view && { view }),
    ...(structure === 'before' && { structure }),
    ...(framework && { framework }),
  }
}

/** The most roles that are told side by side. */
export const COMPARED_MOST = 4

/** `a,b,c` as up to four different ids. */
export function readRoles({ roles }: LocationQuery): Id[] {
  if (typeof roles !== 'string') return []
  return [...new Set(roles.split(','))].filter((id) => ID.test(id)).slice(0, COMPARED_MOST)
}

function idIn(value: LocationQuery[string] | undefined): Id | undefined {
  return typeof value === 'string' && ID.test(value) ? value : undefined
}
