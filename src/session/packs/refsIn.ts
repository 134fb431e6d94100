import type { PackedAppraisal } from '../../domain/appraisal/packed'

/** The framework versions that anything in appraisals was said on, each once. */
export function refsIn(appraisals: readonly PackedAppraisal[]): string[] {
  const refs = new Set<string>()
  for (const { writes } of appraisals)
    for (const { value } of Object.values(writes))
      if (value !== null && typeof value === 'object' && 'on' in value) refs.add(value.on)
  return [...refs]
}
