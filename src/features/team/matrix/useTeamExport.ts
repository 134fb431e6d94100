import { recordFile } from '../../../database/files'
import type { Grouped } from '../../../domain/team/group'
import type { TeamPerson } from '../../../domain/team/person'
import type { TeamSkill } from '../../../domain/team/skills'
import { dayInWords } from '../../../parts/dayInWords'
import { useLaptop } from '../../../session/laptop'
import { useLibrary } from '../../../session/library'
import { useTeam } from '../../../session/team'
import { saveFile } from '../../../ui/saveFile'

export type TeamFile = 'xlsx' | 'csv' | 'png'

/** What is on the screen, as it stands there. */
export interface Exported {
  people: readonly TeamPerson[]
  skills: readonly Grouped<TeamSkill>[]
  roleName(person: TeamPerson): string | undefined
}

/** Saves what the table shows as a file, and notes down that it was made. Resolves with a sentence of what came of it. */
export function useTeamExport() {
  const { db } = useLaptop()
  const library = useLibrary()
  const team = useTeam()

  async function save(kind: TeamFile, { people, skills, roleName }: Exported): Promise<string> {
    const name = `team-${team.day}.${kind}`
    const { teamCsv, teamSheets, teamTable } = await import('../../../interchange/teamTable')
    const shown = skills.flatMap(({ items }) => items)
    const { frameworks } = library
    const table = teamTable({ people, skills: shown, frameworks, roleName, today: team.day })
    if (kind === 'csv') saveFile(name, teamCsv(table), 'text/csv')
    else if (kind === 'xlsx') {
      const { xlsxBytes, XLSX_TYPE } = await import('../../../interchange/xlsxOut')
      saveFile(name, await xlsxBytes(teamSheets(table)), XLSX_TYPE)
    } else {
      const picture = await picturedTeam(table.notes, people, skills)
      if (picture === undefined)
        return 'This is too large for a picture. Show fewer people or skills, or save it as a workbook.'
      saveFile(name, picture, 'image/png')
    }
    const at = new Date().toISOString()
    await recordFile(db, { at, did: 'made', what: 'export', name, locked: 'no' })
    return `Saved as ${name}. The file is not locked: keep it as you would keep an appraisal.`
  }

  async function picturedTeam(
    [, ...notes]: readonly string[],
    people: readonly TeamPerson[],
    skills: readonly Grouped<TeamSkill>[],
  ): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const { teamPicture } = await import('./teamPicture')
    const known = people.filter(({ cells }) =>
      skills.some(({ items }) => items.some(({ id }) => cells.has(id))),
    )
    return teamPicture({
      title: `Team, ${dayInWords(team.day)}`,
      notes: [
        ...notes,
        '✓ agreed by both · ○ their own word · no sign: given by the manager · dot: not known',
      ],
      people: known,
      skills,
    })
  }

  return { save }
}
