import * as v from 'valibot'
import { IdSchema } from '../contract/id'
import { SURENESS } from '../domain/assessment'
import type { Framework } from '../domain/framework'
import type { Ratings } from '../domain/gap'
import type { Id } from '../domain/id'
import { levelLabel } from '../domain/scale'
import type { Skill } from '../domain/skill'

const InstantSchema = v.pipe(v.string(), v.isoTimestamp(), v.description('An ISO 8601 instant.'))

const AnswerSchema = v.strictObject({
  skill: IdSchema,
  name: v.exactOptional(v.string()),
  framework: v.pipe(
    v.string(),
    v.description('The framework and version whose wording was read: key@version.'),
  ),
  level: v.pipe(
    v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
    v.description('0 is "none yet"; null is "not relevant to me". A skill not rated is not listed.'),
  ),
  label: v.exactOptional(v.string()),
  at: InstantSchema,
  sure: v.exactOptional(v.picklist(SURENESS)),
  lastUsed: v.exactOptional(
    v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/), v.description('A month.')),
  ),
  interest: v.exactOptional(v.picklist(['grow', 'leave'])),
  evidence: v.exactOptional(
    v.array(v.strictObject({ text: v.string(), url: v.exactOptional(v.string()), addedAt: InstantSchema })),
  ),
})

/** My skills as JSON, published as `schemas/my-skills-v1.json`. */
export const MySkillsSchema = v.pipe(
  v.strictObject({
    v: v.literal(1),
    madeAt: InstantSchema,
    skills: v.array(AnswerSchema),
  }),
  v.title('My skills, version 1'),
  v.description("One person's own skill levels, exported from Waymark."),
)
export type MySkills = v.InferOutput<typeof MySkillsSchema>

/** Where a skill is listed. */
export interface ListedSkill {
  skill: Skill
  framework: Framework
}

/**
 * Ratings in the frameworks' own order, then those of frameworks no longer on this laptop, without `listed`.
 */
export function listedRatings(frameworks: readonly Framework[], ratings: Ratings) {
  const known = frameworks.flatMap((framework) => framework.skills.map((skill) => ({ skill, framework })))
  const ids = new Set(known.map(({ skill }) => skill.id))
  const listed = known.flatMap((place) => rowOf(place.skill.id, ratings, place))
  const others = Object.keys(ratings).filter((id) => !ids.has(id))
  return [...listed, ...others.sort().flatMap((id) => rowOf(id, ratings, undefined))]
}

function rowOf(id: Id, ratings: Ratings, listed: ListedSkill | undefined) {
  const rating = ratings[id]
  return rating === undefined ? [] : [{ id, rating, listed }]
}

/** True where the framework's words may leave the laptop; else only ids and numbers do. */
export function mayBeWritten({ licence }: Framework): boolean {
  return licence.redistributable !== 'no'
}

/** My skills as a document of `MySkillsSchema`. `madeAt`: an ISO 8601 instant. */
export function mySkillsDocument(
  frameworks: readonly Framework[],
  ratings: Ratings,
  madeAt: string,
): MySkills {
  const skills = listedRatings(frameworks, ratings).map(({ id, rating, listed }) => {
    const { level, notRelevant, on, ...kept } = rating
    const words =
      listed !== undefined && mayBeWritten(listed.framework)
        ? {
            name: listed.skill.name,
            ...(!notRelevant && { label: levelLabel(listed.framework.scale, level) }),
          }
        : {}
    return { skill: id, framework: on, level: notRelevant ? null : level, ...words, ...kept }
  })
  return { v: 1, madeAt, skills }
}
