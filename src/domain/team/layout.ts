import type { Day } from '../day'
import { groupBy, sortGroups, type Grouped } from './group'
import { chosenPeople, sortPeople, type PlaceNames } from './people'
import type { TeamPerson } from './person'
import { chosenSkills, sortSkills, type ScopeSource, type TeamSkill } from './skills'
import type { PeopleGrouping, TeamView } from './view'

/** Who and what stands in the team's table, in order. It holds no levels: those change under it. */
export interface TeamLayout {
  people: Grouped<TeamPerson>[]
  skills: Grouped<TeamSkill>[]
}

/** What a layout needs besides the team: the service's skills, roles and strands. */
export interface TeamSource extends ScopeSource {
  skills: readonly TeamSkill[]
  names: PlaceNames
  today: Day
}

/** The table that a view asks for. Filters take away, orders and groups lose nobody. */
export function teamLayout(team: readonly TeamPerson[], view: TeamView, source: TeamSource): TeamLayout {
  const chosen = chosenSkills(source.skills, view, team, source)
  const people = sortPeople(chosenPeople(team, view, chosen), view.people, source.names)
  const skills = sortSkills(chosen, view.skills, people, source.today)
  return {
    people: groupPeople(people, view.grouping, source.names),
    skills: view.skillGroups ? groupBy(skills, ({ group }) => group) : together(skills),
  }
}

function groupPeople(
  people: readonly TeamPerson[],
  grouping: PeopleGrouping,
  names: PlaceNames,
): Grouped<TeamPerson>[] {
  if (grouping === 'none') return together(people)
  const none = { id: '', name: grouping === 'role' ? 'No role known' : 'No unit known' }
  const groups = groupBy(people, (person) => {
    const id = person[grouping]
    return id === undefined ? none : { id, name: names[grouping](id) }
  })
  return sortGroups(groups)
}

function together<Item>(items: readonly Item[]): Grouped<Item>[] {
  return items.length === 0 ? [] : [{ id: 'all', name: '', items: [...items] }]
}
