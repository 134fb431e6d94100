import type { Framework, Licence } from '../../domain/framework'

const number = new Intl.NumberFormat('en-GB')
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' })

/** `1,809 requirements`, `1 skill`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number.format(count)} ${count === 1 ? one : many}`
}

/** `52 roles with 205 role levels`; `3 roles` where none has several. */
export function rolesInWords({ roles }: Pick<Framework, 'roles'>): string {
  const names = new Set(roles.map(({ id, ladder }) => ladder ?? id)).size
  const levels = roles.some(({ ladder }) => ladder !== undefined)
  return counted(names, 'role') + (levels ? ` with ${counted(roles.length, 'role level')}` : '')
}

export function inNumbers(count: number): string {
  return number.format(count)
}

/** `23 November 2026`, from an ISO 8601 instant. */
export function onDay(instant: string): string {
  return day.format(new Date(instant))
}

/** `roles.csv and skills.csv`. */
export function listed(names: string[]): string {
  return new Intl.ListFormat('en-GB').format(names)
}

/** What the licence lets the service do with the text. */
export function sharingWords({ redistributable }: Pick<Licence, 'redistributable'>): string {
  if (redistributable === 'yes') return 'may be copied and shared, with its source named'
  if (redistributable === 'internal') return 'may be used inside the service only'
  return 'its text stays on this laptop and out of every export'
}
