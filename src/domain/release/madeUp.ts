/** How the periods of a sample begin: whoever sees figures under such a name is told that they are made up. */
export const MADE_UP = 'made-up-'

export function isMadeUp(period: string): boolean {
  return period.startsWith(MADE_UP)
}
