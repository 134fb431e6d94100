import type { Catalogue } from '../../src/domain/catalogue'
import type { Framework } from '../../src/domain/framework'
import type { RoleProfile } from '../../src/domain/role'
import type { Skill } from '../../src/domain/skill'

function skill(name: string, group: string): Skill {
  const id = `town-${name.toLowerCase()}`
  const descriptors = [1, 2, 3].map((level) => ({ level, statements: [`Does ${name} as at level ${level}`] }))
  return { id, name, summary: `${name} in a town`, groups: [group], descriptors }
}

function role(name: string, family: string, seniority: number): RoleProfile {
  const requirements = ['town-digging', 'town-planting'].map((id, i) => ({
    skill: id,
    level: i + 1,
    essential: i === 0,
  }))
  return {
    id: `town-${name.toLowerCase()}`,
    name,
    family,
    seniority,
    purpose: `${name} of a town`,
    requirements,
  }
}

function framework(): Framework {
  return {
    key: 'town',
    version: '1',
    title: 'Town skills',
    language: 'en-GB',
    licence: { title: 'Ours', attribution: 'The town', redistributable: 'yes' },
    scale: {
      working: 2,
      levels: ['Aware', 'Works unaided', 'Leads'].map((label, i) => ({ ordinal: i + 1, label })),
    },
    groups: [
      { id: 'town-earth', name: 'Earth' },
      { id: 'town-water', name: 'Water' },
    ],
    skills: [
      skill('Digging', 'town-earth'),
      skill('Planting', 'town-earth'),
      skill('Draining', 'town-water'),
      skill('Bathing', 'town-water'),
    ],
    families: [
      { id: 'town-parks', name: 'Parks' },
      { id: 'town-pools', name: 'Pools' },
    ],
    ladders: [{ id: 'town-keepers', name: 'Keepers', family: 'town-parks' }],
    roles: [
      role('Gardener', 'town-parks', 1),
      role('Foreman', 'town-parks', 2),
      role('Bathkeeper', 'town-pools', 1),
    ],
  }
}

/** A whole, valid catalogue small enough to read: three roles, four skills, six posts. */
export function town(): Catalogue {
  const posts = (when: string) =>
    ['Gardener', 'Foreman', 'Bathkeeper'].map((name) => ({
      id: `town-${when}-${name.toLowerCase()}`,
      name,
      role: `town-${name.toLowerCase()}`,
      unit: 'town-outdoors',
      headcount: 3,
    }))
  const units = () => [
    { id: 'town-all', name: 'Everything' },
    { id: 'town-outdoors', name: 'Outdoors', parent: 'town-all' },
  ]
  return {
    v: 1,
    title: 'Town',
    edition: '1',
    language: 'en-GB',
    frameworks: [framework()],
    before: { title: 'Before', units: units(), posts: posts('old') },
    after: { title: 'After', units: units(), posts: posts('new') },
    successions: [
      { from: 'town-old-gardener', to: ['town-new-gardener'] },
      { from: 'town-old-foreman', to: ['town-new-foreman'] },
    ],
    moves: [
      { from: 'town-gardener', to: 'town-foreman', kind: 'promotion' },
      { from: 'town-bathkeeper', to: 'town-gardener', kind: 'sideways' },
    ],
    strands: [
      {
        id: 'town-green',
        name: 'Green',
        purpose: 'A green town',
        needs: [{ skill: 'town-digging', headcount: 2 }],
      },
      {
        id: 'town-dry',
        name: 'Dry',
        purpose: 'A dry town',
        needs: [{ skill: 'town-draining', headcount: 1 }],
      },
    ],
  }
}
