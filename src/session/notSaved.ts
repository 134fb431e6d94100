/** Why something could not be kept, as a sentence for the person. */
export function notSaved(reason: unknown): string {
  const names = [reason, (reason as { inner?: unknown })?.inner].map((e) => (e as Error | undefined)?.name)
  if (names.includes('QuotaExceededError')) {
    return 'This could not be saved: the browser has no room left. Make a backup, then free some space.'
  }
  if (names.includes('DatabaseClosedError')) {
    return 'This could not be saved: a newer Waymark is open in another tab. Reload this page.'
  }
  return 'This could not be saved. Reload the page and try again; what was saved before is kept.'
}
