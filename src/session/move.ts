/** Where the service has moved to from here. */
export interface Move {
  to: string
  /** It kept its scheme, name and port: browsers then keep one lot of data for both, and none is to be moved. */
  sharesData: boolean
}

/** Undefined where the new address is this very one: the setting was copied along with everything else. */
export function moveBetween(here: string, to: string): Move | undefined {
  const [from, target] = [new URL(here), new URL(to)]
  if (target.href === new URL('.', from).href) return undefined
  return { to: target.href, sharesData: target.origin === from.origin }
}
