const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB']

/** `3.2 MB`: two figures where there is less than ten of the unit, whole numbers above. Decimal units. */
export function sizeInWords(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const amount = bytes / 1000 ** step
  return `${amount.toFixed(amount < 10 && step > 0 ? 1 : 0)} ${UNITS[step]}`
}
