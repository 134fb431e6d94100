import { expect, it } from 'vitest'
import type { Framework } from '../../domain/framework'
import type { Skill } from '../../domain/skill'
import { grouped } from './skillList'

const skill = (id: string, name: string, group?: string, summary = ''): Skill => ({
  id,
  name,
  summary,
  groups: group === undefined ? [] : [group],
  descriptors: [],
})

const backup = skill('county-backup', 'Storage and backup', 'county-infrastructure')
const recovery = skill(
  'county-recovery',
  'Recovery testing',
  'county-resilience',
  'Proving that a backup comes back',
)
const loose = skill('county-loose', 'Loose')

it("puts skills under the framework's groups, in its order, and leaves no skill out", () => {
  const framework = {
    key: 'county',
    groups: [
      { id: 'county-empty', name: 'Empty' },
      { id: 'county-resilience', name: 'Resilience' },
      { id: 'county-infrastructure', name: 'Infrastructure' },
    ],
  } as Framework
  expect(grouped(framework, [loose, backup, recovery]).map((group) => [group.name, group.skills])).toEqual([
    ['Resilience', [recovery]],
    ['Infrastructure', [backup]],
    ['Skills', [loose]],
  ])
})
