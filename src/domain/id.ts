/**
 * Ids of skills, roles, units, families and cells: lower-case words joined by
 * single hyphens, at most 96 characters, starting with the framework's prefix
 * (`gdd-accessibility`). They hold no dot, so they can be keys in a Dexie key path.
 */
export type Id = string

export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
export const ID_MAX_LENGTH = 96

export function isId(text: string): text is Id {
  return text.length <= ID_MAX_LENGTH && ID_PATTERN.test(text)
}

/**
 * Makes an id from words a source gives: accents dropped, everything that is not
 * a letter or digit turned into one hyphen, cut at the last whole word that fits.
 * Returns an empty string when nothing usable is left; the caller reports that.
 */
export function idFrom(prefix: string, ...words: string[]): Id {
  const parts = [prefix, ...words]
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
  let id = ''
  for (const part of parts) {
    const longer = id === '' ? part : `${id}-${part}`
    if (longer.length > ID_MAX_LENGTH) break
    id = longer
  }
  return id
}
