import type { BackupPeriod } from '../contract/backup'
import type { SharedPeriod } from './database'

/**
 * What this laptop knows of a period, once it knows what a copy says was sent in it. The
 * highest sequence stays. Its own key stays with anything it sent itself, so that this can
 * still be replaced or withdrawn; where only another laptop sent, no key does, and this
 * one does not send in that period again.
 */
export function mergePeriod(here: SharedPeriod | undefined, copy: BackupPeriod): SharedPeriod {
  if (here === undefined || sentOnlyElsewhere(here, copy)) {
    return { ...copy, sequence: Math.max(copy.sequence, here?.sequence ?? 0) }
  }
  if (here.keys === undefined && copy.sequence > here.sequence) return { ...copy }
  return { ...here, sequence: Math.max(copy.sequence, here.sequence) }
}

/** An older copy of this same laptop also holds a body, but never with a sequence this one has not passed. */
function sentOnlyElsewhere(here: SharedPeriod, copy: BackupPeriod): boolean {
  if (mayBeCounted(here) || copy.body === '') return false
  return copy.sequence > here.sequence || (copy.sequence === here.sequence && copy.state === 'sent')
}

function mayBeCounted({ body, state, sentAt }: SharedPeriod): boolean {
  return body !== '' && (state !== 'refused' || sentAt !== undefined)
}
