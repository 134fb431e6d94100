import { frameworkRef, type Framework } from '../framework'
import type { Id } from '../id'
import type { Wording } from './appraisal'

/**
 * What some skills of a framework say, to be kept beside the appraisals that speak of them. Where its licence keeps
 * its text on one laptop, names only. Skills that it does not have are left out.
 */
export function wordingOf(framework: Framework, skills: ReadonlySet<Id>): Wording {
  const nameOf = new Map(framework.groups.map(({ id, name }) => [id, name]))
  const isFree = framework.licence.redistributable !== 'no'
  return {
    ref: frameworkRef(framework),
    title: framework.title,
    levels: framework.scale.levels,
    skills: framework.skills
      .filter(({ id }) => skills.has(id))
      .map(({ id, name, groups, descriptors }) => ({
        id,
        name,
        group: nameOf.get(groups[0] ?? '') ?? 'Skills',
        descriptors: isFree ? descriptors : [],
      })),
  }
}

/** The wording of a skill as it was when an appraisal spoke of it. */
export function wordedSkill(wordings: ReadonlyMap<string, Wording>, on: string, skill: Id) {
  const wording = wordings.get(on)
  const found = wording?.skills.find(({ id }) => id === skill)
  return wording === undefined || found === undefined ? undefined : { wording, skill: found }
}

/** Two pieces of one wording together. What was there stays as it is; itself, where nothing is new. */
export function mergeWording(here: Wording | undefined, more: Wording): Wording {
  if (here === undefined) return more
  const known = new Set(here.skills.map(({ id }) => id))
  const fresh = more.skills.filter(({ id }) => !known.has(id))
  return fresh.length === 0 ? here : { ...here, skills: [...here.skills, ...fresh] }
}
