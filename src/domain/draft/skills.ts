import type { Catalogue } from '../catalogue'
import type { Id } from '../id'
import type { Descriptor } from '../skill'
import { reviseThing, withFields } from './things'

/**
 * Says what one level of a skill looks like. Empty statements are left out; with no statements and
 * no evidence left, the level is no longer described.
 */
export function wordLevel(catalogue: Catalogue, skill: Id, descriptor: Descriptor): Catalogue {
  const statements = descriptor.statements.filter((statement) => statement.trim() !== '')
  const worded = withFields(descriptor, { statements, evidence: descriptor.evidence || undefined })
  const empty = statements.length === 0 && worded.evidence === undefined
  return reviseThing(catalogue, { of: 'skill', id: skill }, (one) => {
    const others = one.descriptors.filter(({ level }) => level !== descriptor.level)
    const descriptors = [...others, ...(empty ? [] : [worded])].sort((a, b) => a.level - b.level)
    return { ...one, descriptors }
  })
}
