import { describe, expect, it } from 'vitest'
import { somebody, TODAY } from '../../../tests/support/madeUpTeam'
import { town } from '../../../tests/support/town'
import type { RoleProfile } from '../role'
import { knownShort, needsOf, roleLacks, surelyShort, unitCovers } from './structureNeeds'

const { after, frameworks } = town()
const roles = new Map(frameworks[0]!.roles.map((role) => [role.id, role]))
const roleOf = (id: string) => roles.get(id)
const post = (role: string, headcount: number) => ({
  id: `post-${role}`,
  name: role,
  role,
  unit: 'town-outdoors',
  headcount,
})

describe('what the new structure needs', () => {
  it('needs each essential requirement once for each of the headcount, and counts a higher level for the lower', () => {
    const asking = (id: string, level: number): RoleProfile => ({
      ...roles.get('town-gardener')!,
      id,
      requirements: [
        { skill: 'town-digging', level, essential: true },
        { skill: 'town-planting', level: 3, essential: false },
      ],
    })
    const both = new Map([asking('town-lead', 3), asking('town-hand', 1)].map((role) => [role.id, role]))
    expect(needsOf([post('town-hand', 4), post('town-lead', 2)], (id) => both.get(id))).toEqual([
      { skill: 'town-digging', level: 3, headcount: 2 },
      { skill: 'town-digging', level: 1, headcount: 6 },
    ])
  })

  it('covers a unit by the people of the team in it, as a range', () => {
    const there = (name: string, known = {}) => ({ ...somebody(name, known), unit: 'town-outdoors' })
    const people = [there('Ash', { 'town-digging': 2 }), there('Bay'), somebody('Elm', { 'town-digging': 3 })]
    const [unit, ...others] = unitCovers(after, people, roleOf, TODAY)
    expect(others).toEqual([])
    expect(unit).toMatchObject({ posts: 9, people: 2 })
    const [need] = unit!.needs
    expect(need).toMatchObject({ skill: 'town-digging', headcount: 9, cover: { known: 1, upTo: 2 } })
    expect([knownShort(need!), surelyShort(need!)]).toEqual([8, 7])
  })

  it('counts what is lacking by role and headcount, and names nobody', () => {
    const people = [
      { ...somebody('Ash'), role: 'town-gardener' },
      { ...somebody('Bay'), role: 'town-gardener', away: {} },
      somebody('Elm'),
    ]
    const found = roleLacks([...after.posts, post('town-gardener', 1)], people)
    expect(found).toEqual([
      { role: 'town-gardener', headcount: 4, held: 2, lacking: 2 },
      { role: 'town-foreman', headcount: 3, held: 0, lacking: 3 },
      { role: 'town-bathkeeper', headcount: 3, held: 0, lacking: 3 },
    ])
    expect(JSON.stringify(found)).not.toContain('Ash')
  })
})
