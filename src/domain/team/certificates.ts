import type { Day } from '../day'
import { expiring, type Certificate, type Expiring } from '../plan/certificate'
import type { TeamPerson } from './person'

/** A certificate of somebody in the team that has run out or soon will. */
export interface TeamExpiring extends Expiring<Certificate> {
  person: TeamPerson
}

/** The certificates of a team that have run out or will within a quarter, the soonest first. */
export function expiringInTeam(people: readonly TeamPerson[], today: Day): TeamExpiring[] {
  return people
    .flatMap((person) => expiring(person.certificates, today).map((one) => ({ ...one, person })))
    .sort((a, b) => a.days - b.days || a.person.name.localeCompare(b.person.name, 'en-GB'))
}
