import * as v from 'valibot'
import type { Catalogue } from '../domain/catalogue'
import type { Framework } from '../domain/framework'
import { MOVE_KINDS } from '../domain/move'
import { CountSchema, IdSchema } from './id'

const TextSchema = v.pipe(v.string(), v.maxLength(20_000))
const NameSchema = v.pipe(v.string(), v.trim(), v.minLength(1, 'a name is missing'), v.maxLength(300))
const OrdinalSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))
const HoursSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(10_000))

const ScaleSchema = v.strictObject({
  levels: v.array(
    v.strictObject({ ordinal: OrdinalSchema, label: NameSchema, summary: v.exactOptional(TextSchema) }),
  ),
  working: v.exactOptional(OrdinalSchema),
})

const LicenceSchema = v.strictObject({
  title: NameSchema,
  url: v.exactOptional(v.pipe(v.string(), v.url())),
  attribution: TextSchema,
  redistributable: v.picklist(['yes', 'internal', 'no']),
})

const SkillSchema = v.strictObject({
  id: IdSchema,
  name: NameSchema,
  summary: TextSchema,
  groups: v.array(IdSchema),
  descriptors: v.array(
    v.strictObject({
      level: OrdinalSchema,
      statements: v.array(TextSchema),
      evidence: v.exactOptional(TextSchema),
    }),
  ),
  needed: v.exactOptional(OrdinalSchema),
  learning: v.exactOptional(
    v.array(
      v.strictObject({
        to: OrdinalSchema,
        way: v.picklist(['on the job', 'from others', 'formal']),
        what: TextSchema,
        hours: HoursSchema,
      }),
    ),
  ),
  related: v.exactOptional(v.array(IdSchema)),
})

const RoleSchema = v.strictObject({
  id: IdSchema,
  name: NameSchema,
  family: IdSchema,
  ladder: v.exactOptional(IdSchema),
  seniority: OrdinalSchema,
  seniorityInferred: v.exactOptional(v.boolean()),
  purpose: TextSchema,
  requirements: v.array(
    v.strictObject({ skill: IdSchema, level: v.exactOptional(OrdinalSchema), essential: v.boolean() }),
  ),
  waysIn: v.exactOptional(TextSchema),
  waysOut: v.exactOptional(TextSchema),
})

export const FrameworkSchema: v.GenericSchema<unknown, Framework> = v.strictObject({
  key: IdSchema,
  version: v.pipe(v.string(), v.regex(/^[0-9A-Za-z._-]{1,64}$/, 'not a version')),
  title: NameSchema,
  publisher: v.exactOptional(NameSchema),
  language: NameSchema,
  licence: LicenceSchema,
  scale: ScaleSchema,
  groups: v.array(
    v.strictObject({
      id: IdSchema,
      name: NameSchema,
      summary: v.exactOptional(TextSchema),
      inferred: v.exactOptional(v.boolean()),
    }),
  ),
  skills: v.array(SkillSchema),
  families: v.array(v.strictObject({ id: IdSchema, name: NameSchema, summary: v.exactOptional(TextSchema) })),
  ladders: v.array(
    v.strictObject({
      id: IdSchema,
      name: NameSchema,
      family: IdSchema,
      summary: v.exactOptional(TextSchema),
    }),
  ),
  roles: v.array(RoleSchema),
})

const StructureSchema = v.strictObject({
  title: NameSchema,
  inConsultation: v.exactOptional(v.boolean()),
  units: v.array(
    v.strictObject({
      id: IdSchema,
      name: NameSchema,
      parent: v.exactOptional(IdSchema),
      purpose: v.exactOptional(TextSchema),
    }),
  ),
  posts: v.array(
    v.strictObject({
      id: IdSchema,
      name: NameSchema,
      role: IdSchema,
      unit: IdSchema,
      headcount: CountSchema,
      grade: v.exactOptional(NameSchema),
    }),
  ),
})

/**
 * The shape of a published catalogue. Whether its parts fit together (ids that
 * exist, levels within the scale) is `catalogueProblems` in the domain.
 */
export const CatalogueSchema: v.GenericSchema<unknown, Catalogue> = v.strictObject({
  v: v.literal(1),
  title: NameSchema,
  edition: NameSchema,
  language: NameSchema,
  notice: v.exactOptional(
    v.strictObject({
      text: TextSchema,
      roles: v.exactOptional(v.array(IdSchema)),
      families: v.exactOptional(v.array(IdSchema)),
    }),
  ),
  frameworks: v.pipe(v.array(FrameworkSchema), v.minLength(1)),
  before: StructureSchema,
  after: StructureSchema,
  successions: v.array(
    v.strictObject({ from: IdSchema, to: v.array(IdSchema), why: v.exactOptional(TextSchema) }),
  ),
  moves: v.array(
    v.strictObject({
      from: IdSchema,
      to: IdSchema,
      kind: v.picklist(MOVE_KINDS),
      why: v.exactOptional(TextSchema),
    }),
  ),
  strands: v.array(
    v.strictObject({
      id: IdSchema,
      name: NameSchema,
      purpose: TextSchema,
      needs: v.array(v.strictObject({ skill: IdSchema, headcount: CountSchema })),
    }),
  ),
})

/** The largest catalogue the endpoint takes, in bytes. */
export const CATALOGUE_MAX_BYTES = 8 * 1024 * 1024
