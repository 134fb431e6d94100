import * as v from 'valibot'
import type { Catalogue } from '../domain/catalogue'
import type { Edit } from '../domain/difference/edit'
import { redone, STEPS_KEPT, undone, type Draft, type Step } from '../domain/draft/draft'
import { CatalogueSchema } from './catalogue'
import { InstantSchema, KeySchema, LineSchema } from './personal'

/** The ways in which the schema of a published catalogue is put together. */
type Part =
  | v.SchemaWithPipe<readonly [v.GenericSchema, v.GenericPipeItem]>
  | v.StrictObjectSchema<Record<string, v.GenericSchema>, undefined>
  | v.ArraySchema<v.GenericSchema, undefined>
  | v.ExactOptionalSchema<v.GenericSchema, undefined>
  | v.StringSchema<undefined>

/**
 * The same shape with any words and numbers in it, and none of them changed. A draft need not be fit to be
 * published yet: a name may be empty, a text too long. None is refused for that, so that none is lost.
 */
function inAnyWords(schema: v.GenericSchema): v.GenericSchema {
  const part = schema as Part
  if ('pipe' in part) return inAnyWords(part.pipe[0])
  if (part.type === 'array') return v.array(inAnyWords(part.item))
  if (part.type === 'exact_optional') return v.exactOptional(inAnyWords(part.wrapped))
  if (part.type !== 'strict_object') return part
  const entries = Object.entries(part.entries)
  return v.strictObject(Object.fromEntries(entries.map(([name, entry]) => [name, inAnyWords(entry)])))
}

const DraftCatalogueSchema = inAnyWords(CatalogueSchema) as v.GenericSchema<unknown, Catalogue>

/** Followed into objects, so no step is a name that every object has. */
const WaySchema = v.array(
  v.pipe(
    v.string(),
    v.check((step) => !(step in {}), 'a forbidden name'),
  ),
)
const EditSchema: v.GenericSchema<unknown, Edit> = v.variant('kind', [
  v.strictObject({
    kind: v.literal('field'),
    path: WaySchema,
    before: v.exactOptional(v.unknown()),
    after: v.exactOptional(v.unknown()),
  }),
  v.strictObject({
    kind: v.literal('item'),
    path: WaySchema,
    before: v.exactOptional(v.unknown()),
    after: v.exactOptional(v.unknown()),
    place: v.exactOptional(v.string()),
  }),
  v.strictObject({
    kind: v.literal('order'),
    path: WaySchema,
    before: v.array(v.string()),
    after: v.array(v.string()),
  }),
])

const StepsSchema: v.GenericSchema<unknown, Step[]> = v.pipe(
  v.array(
    v.strictObject({
      what: LineSchema,
      edits: v.array(EditSchema),
      rebased: v.exactOptional(v.strictObject({ from: LineSchema, to: LineSchema })),
    }),
  ),
  v.maxLength(STEPS_KEPT),
)

/**
 * A draft as it stands in a copy. What can be taken back and done again is tried out, step by step: whatever it
 * leads to has the shape of a catalogue too.
 */
export const DraftSchema: v.GenericSchema<unknown, Draft> = v.pipe(
  v.strictObject({
    id: KeySchema,
    basedOn: LineSchema,
    catalogue: DraftCatalogueSchema,
    done: StepsSchema,
    undone: StepsSchema,
    changedAt: InstantSchema,
    fromCopy: v.exactOptional(InstantSchema),
  }),
  v.forward(
    v.check((draft) => leadsToCatalogues(draft, 'done', undone), 'a step leads back to no catalogue'),
    ['done'],
  ),
  v.forward(
    v.check((draft) => leadsToCatalogues(draft, 'undone', redone), 'a step leads on to no catalogue'),
    ['undone'],
  ),
)

function leadsToCatalogues(
  draft: Draft,
  steps: 'done' | 'undone',
  take: (draft: Draft, at: string) => Draft,
): boolean {
  for (let next = draft; next[steps].length > 0;) {
    next = take(next, draft.changedAt)
    if (!v.is(DraftCatalogueSchema, next.catalogue)) return false
  }
  return true
}
