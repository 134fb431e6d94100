import { frameworkRef, type Framework } from '../framework'
import type { Id } from '../id'
import type { Appraisal, Wording } from './appraisal'
import type { Write } from './write'

/** Where words are to be had on this laptop. */
export interface WordingSource {
  /** A framework version, `key@version`; undefined where it is not here. */
  framework: (ref: string) => Framework | undefined
  /** What was kept of a version that is gone. */
  kept: (ref: string) => Wording | undefined
  /** The version that a skill is of now. */
  now: (skill: Id) => string | undefined
}

/**
 * What the skills that appraisals speak of say, by the version each was spoken of on; today's, where a write names
 * none, as a comment does.
 */
export function wordingsFor(
  appraisals: readonly Pick<Appraisal, 'writes'>[],
  source: WordingSource,
): Wording[] {
  const spokenOf = new Map<string, Set<Id>>()
  for (const write of appraisals.flatMap(({ writes }) => Object.values(writes))) {
    for (const skill of skillsOf(write)) {
      const ref = onOf(write) ?? source.now(skill)
      if (ref !== undefined) spokenOf.set(ref, (spokenOf.get(ref) ?? new Set()).add(skill))
    }
  }
  return [...spokenOf].flatMap(([ref, skills]) => {
    const framework = source.framework(ref)
    if (framework !== undefined) return [wordingOf(framework, skills)]
    const kept = source.kept(ref)
    return kept === undefined ? [] : [{ ...kept, skills: kept.skills.filter(({ id }) => skills.has(id)) }]
  })
}

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
    levels: isFree
      ? framework.scale.levels
      : framework.scale.levels.map(({ ordinal, label }) => ({ ordinal, label })),
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

/** Two pieces of one wording together. What was there stays as it is; itself, where nothing is new. */
export function mergeWording(here: Wording | undefined, more: Wording): Wording {
  if (here === undefined) return more
  const known = new Set(here.skills.map(({ id }) => id))
  const fresh = more.skills.filter(({ id }) => !known.has(id))
  return fresh.length === 0 ? here : { ...here, skills: [...here.skills, ...fresh] }
}

function onOf({ value }: Write): string | undefined {
  return value !== null && typeof value === 'object' && 'on' in value ? value.on : undefined
}

/** The skills a write speaks of. */
function skillsOf({ kind, key, value }: Write): Id[] {
  if (kind === 'own' || kind === 'evidence' || kind === 'agreed' || kind === 'comment') return [key]
  if (kind === 'given') return [key.slice(key.indexOf('/') + 1)]
  return value !== null && typeof value === 'object' && 'skill' in value && value.skill ? [value.skill] : []
}
