import type { Framework } from '../../src/domain/framework'
import type { Skill } from '../../src/domain/skill'

const DOINGS =
  'plan design build test run mend measure compare explain teach review buy store move join guard trace record sort count'
const THINGS =
  'network server printer ledger archive school library bridge licence contract budget telephone tablet backup password report map timetable boiler tree'
const MANNERS =
  'safely quickly together unaided cheaply openly daily yearly outdoors remotely carefully plainly fairly early twice'
const [doings, things, manners] = [DOINGS, THINGS, MANNERS].map((words) => words.split(' ')) as [
  string[],
  string[],
  string[],
]
const SKILLS_A_GROUP = 140
const pick = (words: string[], n: number) => words[n % words.length] ?? ''

/** A name of its own for each number below 20 × 20 × 15 × 20; the words of a summary come from all over the lists. */
function skill(n: number): Skill {
  const thing = pick(things, Math.floor(n / doings.length))
  const also = pick(things, Math.floor(n / (doings.length * things.length * manners.length)) + n * 7 + 3)
  const name = `${pick(doings, n)} a ${thing} ${pick(manners, Math.floor(n / 400))} with a ${also}`
  const clauses = Array.from({ length: 6 }, (_, k) => {
    const m = n * (2 * k + 3) + k * 11
    return `${pick(doings, m)} the ${pick(things, m + k)} ${pick(manners, m + 2 * k)}`
  })
  return {
    id: `synthetic-skill-${n}`,
    name: name.charAt(0).toUpperCase() + name.slice(1),
    summary: `To ${clauses.join(', and ')}.`,
    groups: [`synthetic-group-${Math.floor(n / SKILLS_A_GROUP)}`],
    descriptors: [],
  }
}

/** A framework as large as the largest published one (ESCO has 13,939 skills), made of plain words by arithmetic. */
export function syntheticFramework(size = 13_900): Framework {
  return {
    key: 'synthetic',
    version: '1',
    title: 'Synthetic skills',
    language: 'en-GB',
    licence: { title: 'Made up', attribution: 'Made up for measuring', redistributable: 'yes' },
    scale: { levels: [1, 2, 3].map((ordinal) => ({ ordinal, label: `Level ${ordinal}` })) },
    groups: Array.from({ length: Math.ceil(size / SKILLS_A_GROUP) }, (_, n) => ({
      id: `synthetic-group-${n}`,
      name: `Group ${n + 1}`,
    })),
    skills: Array.from({ length: size }, (_, n) => skill(n)),
    families: [],
    ladders: [],
    roles: [],
  }
}
