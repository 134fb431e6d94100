/** The list with each item passed through `change`; the same list when every item stayed the same object. */
export function mapChanged<T>(list: T[], change: (item: T) => T): T[] {
  const next = list.map(change)
  return next.every((item, i) => item === list[i]) ? list : next
}

/** The list with the item in place of the one that has the same value in `field`, else at the end. */
export function putBy<T, F extends keyof T>(field: F, list: readonly T[], item: T): T[] {
  const at = list.findIndex((one) => one[field] === item[field])
  return at < 0 ? [...list, item] : list.map((one, i) => (i === at ? item : one))
}
