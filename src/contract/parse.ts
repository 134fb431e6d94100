import * as v from 'valibot'

/** Where and why the first thing did not fit, as a sentence a person can act on. */
export function firstFault(issues: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const [issue] = issues
  const where = issue.path?.map((step) => String(step.key)).join('.') ?? ''
  return where === '' ? issue.message : `${where}: ${issue.message}`
}
