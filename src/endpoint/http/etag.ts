/** A version as an entity tag (RFC 9110, section 8.8.3). */
export function etagOf(version: string): string {
  return `"${version}"`
}

/** The version an `If-Match` names, its quotes taken off; undefined where there is none. */
export function versionIn(header: string | undefined): string | undefined {
  return header?.trim().replace(/^W\//, '').replaceAll('"', '')
}

/** Whether an `If-None-Match` (a list, or `*`) names this version. */
export function matches(header: string | undefined, version: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim())
  return tags.includes('*') || tags.some((tag) => versionIn(tag) === version)
}
