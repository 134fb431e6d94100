/**
 * How much of its full size an attack runs at: 1 with `npm run attacks`, a part of it where ATTACK_SIZE says so,
 * and without it (`npm test`) only as much as shows that the attack still works.
 */
const SHARE = Number(process.env.ATTACK_SIZE ?? '0')

/** Whether this is `npm run attacks`, which also attacks with what no seed repeats. */
export const FULL = SHARE > 0

/** The first of an attack's seeds; each attack prints it. */
export const SEED = Number(process.env.ATTACK_SEED ?? '20261123')

/** `full` or the asked part of it, or `few` in `npm test`. */
export function sized(full: number, few: number): number {
  return FULL ? Math.max(few, Math.round(full * SHARE)) : few
}

/** Says what was measured, under the name of its attack. */
export function tell(attack: string, line: string): void {
  process.stdout.write(`  [${attack}] ${line}\n`)
}

/** Says it as a table, a row for each entry. */
export function tellTable(attack: string, rows: Record<string, Record<string, string | number>>): void {
  for (const [name, row] of Object.entries(rows)) {
    const cells = Object.entries(row).map(([column, value]) => `${column} ${value}`)
    tell(attack, `${name}: ${cells.join(' · ')}`)
  }
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

/** The value below which this share of them lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
