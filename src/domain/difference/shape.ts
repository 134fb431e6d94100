/**
 * Where the parts of a document have an identity of their own. A field named in `lists` holds things
 * told apart by the fields in `by`; a field named in `parts` is looked into; every other field is one value.
 */
export interface Shape {
  lists?: Record<string, ListShape>
  parts?: Record<string, Shape>
}

export interface ListShape {
  by: readonly string[]
  item: Shape
}

const things = (item: Shape = {}): ListShape => ({ by: ['id'], item })

const STRUCTURE: Shape = { lists: { units: things(), posts: things() } }

export const FRAMEWORK_SHAPE: Shape = {
  lists: {
    groups: things(),
    skills: things({ lists: { descriptors: { by: ['level'], item: {} } } }),
    families: things(),
    ladders: things(),
    roles: things({ lists: { requirements: { by: ['skill'], item: {} } } }),
  },
}

export const CATALOGUE_SHAPE: Shape = {
  parts: { before: STRUCTURE, after: STRUCTURE },
  lists: {
    frameworks: { by: ['key'], item: FRAMEWORK_SHAPE },
    successions: { by: ['from'], item: {} },
    moves: { by: ['from', 'to'], item: {} },
    strands: things({ lists: { needs: { by: ['skill'], item: {} } } }),
  },
}
