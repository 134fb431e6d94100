/** The ways to look at a release, as the address names them. */
export const VIEWS = [
  { value: 'skill', label: 'By skill' },
  { value: 'group', label: 'By skill group' },
  { value: 'cell', label: 'By group of staff' },
] as const
export type View = (typeof VIEWS)[number]['value']

/** Reads the address; whatever it does not know is the first view. */
export function viewFrom(text: unknown): View {
  return VIEWS.find(({ value }) => value === text)?.value ?? 'skill'
}
