import type { Catalogue } from '../catalogue'
import type { Day } from '../day'
import { frameworkRef, type Framework } from '../framework'
import type { Id } from '../id'
import type { RoleProfile } from '../role'
import type { Scale } from '../scale'
import { wordsOf } from '../search'
import type { Skill } from '../skill'
import { atNeededLevel, coverOf } from './cover'
import type { TeamPerson } from './person'
import { askedOfTeam } from './asked'
import type { SkillOrder, SkillScope } from './view'

/** A skill as the team's table has it. */
export interface TeamSkill {
  id: Id
  name: string
  skill: Skill
  group: { id: Id; name: string }
  scale: Scale
  /** The framework version whose wording is read here: `key@version`. */
  on: string
  /** The level at which somebody counts as able. */
  needed: number
}

/** The skills of these frameworks, in their own order. */
export function teamSkills(frameworks: readonly Framework[]): TeamSkill[] {
  return frameworks.flatMap((framework) => {
    const { key, title, scale } = framework
    const names = new Map(framework.groups.map(({ id, name }) => [id, name]))
    const on = frameworkRef(framework)
    return framework.skills.map((skill): TeamSkill => {
      const id = skill.groups[0] ?? key
      const group = { id, name: names.get(id) ?? title }
      const needed = atNeededLevel(skill, framework).level
      return { id: skill.id, name: skill.name, skill, group, scale, on, needed }
    })
  })
}

/** What a scope looks things up in. */
export interface ScopeSource {
  roleOf(id: Id): RoleProfile | undefined
  strands: Catalogue['strands']
}

/** The skills of a scope that have a word beginning with each word of `text`, in the order they came in. */
export function chosenSkills(
  skills: readonly TeamSkill[],
  { scope, text }: { scope: SkillScope; text: string },
  people: readonly TeamPerson[],
  source: ScopeSource,
): TeamSkill[] {
  const inScope = testOf(scope, people, source)
  const words = wordsOf(text)
  return skills.filter((skill) => inScope(skill) && hasWords(skill, words))
}

function testOf(
  scope: SkillScope,
  people: readonly TeamPerson[],
  { roleOf, strands }: ScopeSource,
): (skill: TeamSkill) => boolean {
  switch (scope.of) {
    case 'all':
      return () => true
    case 'group':
      return ({ skill }) => skill.groups.includes(scope.id)
    case 'role':
      return among(roleOf(scope.id)?.requirements.map(({ skill }) => skill))
    case 'strand':
      return among(strands.find(({ id }) => id === scope.id)?.needs.map(({ skill }) => skill))
    case 'team': {
      const known = people.flatMap(({ cells }) => [...cells.keys()])
      return among([...askedOfTeam(people, roleOf).map(({ skill }) => skill), ...known])
    }
  }
}

function among(ids: readonly Id[] = []): (skill: TeamSkill) => boolean {
  const set = new Set(ids)
  return ({ id }) => set.has(id)
}

function hasWords({ name, group }: TeamSkill, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const own = wordsOf(`${name} ${group.name}`)
  return words.every((word) => own.some((has) => has.startsWith(word)))
}

/** The skills in an order; equals keep the order they came in. */
export function sortSkills(
  skills: readonly TeamSkill[],
  order: SkillOrder,
  people: readonly TeamPerson[],
  today: Day,
): TeamSkill[] {
  if (order === 'framework') return [...skills]
  if (order === 'name') return [...skills].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  const asked = skills.map(({ id, needed }) => ({ skill: id, level: needed }))
  const known = new Map(coverOf(people, asked, today).map((cover) => [cover.skill, cover.known]))
  return [...skills].sort((a, b) => known.get(a.id)! - known.get(b.id)!)
}
