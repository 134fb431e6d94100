/** The ways to look at a release, as the address names them. */
export const VIEWS = [
  { value: 'overview', label: 'Overview' },
  { value: 'strand', label: 'Strategy' },
  { value: 'structure', label: 'New structure' },
  { value: 'training', label: 'Training' },
  { value: 'skill', label: 'Skills' },
  { value: 'group', label: 'Skill groups' },
  { value: 'family', label: 'Role families' },
  { value: 'unit', label: 'Units' },
  { value: 'cell', label: 'Groups of staff' },
] as const
export type View = (typeof VIEWS)[number]['value']

/** Reads the address; whatever it does not know is the first view. */
export function viewFrom(text: unknown): View {
  return VIEWS.find(({ value }) => value === text)?.value ?? 'overview'
}
