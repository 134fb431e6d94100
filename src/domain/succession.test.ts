import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { assembleCatalogue } from '../../build/catalogue'
import { leadsFrom, rolesIn } from './succession'

const catalogue = assembleCatalogue(fileURLToPath(new URL('../../catalogue', import.meta.url)))
const namesOf = (role: string, of = catalogue) => leadsFrom(role, of).map((lead) => lead.role.name)

describe('where an old post leads', () => {
  it('is to every role its successors have, each once, with the reason', () => {
    const leads = leadsFrom('county-project-manager', catalogue)
    expect(leads.map((lead) => lead.role.name)).toEqual([
      'Project manager',
      'Programme manager',
      'Business change manager',
    ])
    expect(leads[0]!.posts.map((post) => post.id)).toEqual(['county-post-project-manager'])
    expect(leads[0]!.reasons).toMatchObject([
      { from: { name: 'Project manager' }, why: expect.stringContaining('Projects now have a team') },
    ])
  })

  it('gathers the old posts that share a role, and the moves into the new structure', () => {
    const developer = leadsFrom('county-analyst-programmer', catalogue).find(
      (lead) => lead.role.id === 'county-test-analyst',
    )!
    expect(developer.reasons.map((reason) => reason.from?.name)).toEqual([
      'Lead analyst programmer',
      'Analyst programmer',
      undefined,
    ])
    expect(developer.reasons.at(-1)!.why).toBe('Testing was part of the old post, and is now a role.')
    expect(namesOf('county-analyst-programmer')).toContain('Data and mapping analyst')
  })

  it('names roles only while the new structure is in consultation', () => {
    const consulting = { ...catalogue, after: { ...catalogue.after, inConsultation: true } }
    const leads = leadsFrom('county-project-manager', consulting)
    expect(namesOf('county-project-manager', consulting)).toEqual(namesOf('county-project-manager'))
    expect(leads.flatMap((lead) => lead.posts)).toEqual([])
  })

  it('is nowhere for a role that had no post', () => {
    expect(namesOf('county-enterprise-architect')).toEqual([])
    expect(namesOf('county-unknown')).toEqual([])
  })

  it('leads every role of the old structure into the new one', () => {
    const after = rolesIn(catalogue.after)
    for (const role of rolesIn(catalogue.before)) {
      const leads = leadsFrom(role, catalogue)
      expect(leads, role).not.toHaveLength(0)
      for (const lead of leads) expect(after).toContain(lead.role.id)
    }
  })
})
