import { csvFormatRows, csvParseRows } from 'd3-dsv'

/** The publisher's two files, as text. */
export interface Edition {
  roles: string
  skills: string
}

/** What a second edition did to the first, in the words of the files. */
export interface Done {
  renamedSkills: [from: string, to: string][]
  renamedRoles: [from: string, to: string][]
  /** A skill and the level whose wording changed. */
  reworded: [skill: string, level: string][]
  /** A role level that asks a skill at the next level up. */
  raised: { roleLevel: string; skill: string; to: string }[]
  goneRoles: string[]
  newRoles: string[]
  newSkills: string[]
}

const LEVELS = ['Awareness', 'Working', 'Practitioner', 'Expert']
type Row = Record<string, string>

/**
 * The next edition of the Government Digital and Data files, made by changing the first: two skills
 * and a role renamed, a skill reworded at one level, a required level raised, a role gone, a role and a skill
 * added. The same files always give the same edition; on files too small for one of these it is left out.
 */
export function secondEdition(first: Edition): { edition: Edition; done: Done } {
  const roles = parse(first.roles)
  const skills = parse(first.skills)
  const done: Done = {
    renamedSkills: [],
    renamedRoles: [],
    reworded: [],
    raised: [],
    goneRoles: [],
    newRoles: [],
    newSkills: [],
  }
  raise(roles, skills, done)
  reword(roles, skills, done)
  dropRole(roles, done)
  renameSkills(roles, skills, done)
  renameRole(roles, done)
  addRole(roles, skills, done)
  return { edition: { roles: format(roles, first.roles), skills: format(skills, first.skills) }, done }
}

function parse(text: string): Row[] {
  const [headings = [], ...rows] = csvParseRows(text.replace(/^\uFEFF/, ''))
  return rows.map((cells) => Object.fromEntries(headings.map((heading, i) => [heading, cells[i] ?? ''])))
}

function format(rows: readonly Row[], like: string): string {
  const [headings = []] = csvParseRows(like.replace(/^\uFEFF/, ''))
  return csvFormatRows([headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))])
}

const named = (rows: readonly Row[], column: string): string[] => [
  ...new Set(rows.map((row) => (row[column] ?? '').trim())),
]

/** The first requirement with a level below the top, at a skill that has its next level in words. */
function raise(roles: Row[], skills: readonly Row[], done: Done): void {
  const worded = new Map(skills.map((row) => [row['Skill Name'], row]))
  const row = roles.find((each) => {
    const next = LEVELS[LEVELS.indexOf(each['Skill Level'] ?? '') + 1]
    return (
      LEVELS.includes(each['Skill Level'] ?? '') &&
      next !== undefined &&
      worded.get(each['Skill Name'])?.[next]
    )
  })
  if (row === undefined) return
  const { 'Role Level': roleLevel = '', 'Skill Name': skill = '', Role: role, 'Skill Level': from = '' } = row
  const to = LEVELS[LEVELS.indexOf(from) + 1] ?? from
  // The file may repeat a row, so every copy of it moves.
  for (const each of roles) {
    if (each['Role'] !== role || each['Role Level'] !== roleLevel || each['Skill Name'] !== skill) continue
    each['Skill Level'] = to
    each['Skill Level Description'] = worded.get(skill)?.[to] ?? ''
  }
  done.raised.push({ roleLevel: roleLevel.trim(), skill, to })
}

function reword(roles: Row[], skills: readonly Row[], done: Done): void {
  const row = skills.find((each) => (each['Working'] ?? '') !== '')
  if (row === undefined) return
  const words = `${row['Working']}\n- say when it is done`
  row['Working'] = words
  const skill = row['Skill Name'] ?? ''
  for (const each of roles) {
    if (each['Skill Name'] === skill && each['Skill Level'] === 'Working')
      each['Skill Level Description'] = words
  }
  done.reworded.push([skill, 'Working'])
}

/** The last role goes, with all its levels. */
function dropRole(roles: Row[], done: Done): void {
  const gone = named(roles, 'Role').at(-1)
  if (gone === undefined) return
  const left = roles.filter((row) => row['Role']?.trim() !== gone)
  roles.splice(0, roles.length, ...left)
  done.goneRoles.push(gone)
}

/** The second and third skills get another name, in both files. */
function renameSkills(roles: Row[], skills: Row[], done: Done): void {
  const asked = new Set(named(roles, 'Skill Name'))
  const chosen = named(skills, 'Skill Name')
    .filter((name) => asked.has(name))
    .slice(1, 3)
  for (const from of chosen) {
    const to = `Practice of ${from.toLowerCase()}`
    for (const row of [...roles, ...skills]) if (row['Skill Name']?.trim() === from) row['Skill Name'] = to
    done.renamedSkills.push([from, to])
  }
}

/** The second role with levels gets another name; its levels keep theirs, so their ids change with it. */
function renameRole(roles: Row[], done: Done): void {
  const from = named(
    roles.filter((row) => LEVELS.includes(row['Skill Level'] ?? '')),
    'Role',
  )[1]
  if (from === undefined) return
  const to = `${from} and adviser`
  for (const row of roles) if (row['Role']?.trim() === from) row['Role'] = to
  done.renamedRoles.push([from, to])
}

function addRole(roles: Row[], skills: Row[], done: Done): void {
  const family = roles[0]?.['Role Family'] ?? ''
  skills.push({
    'Skill Name': 'Minding robots',
    'Skill Description': 'Minding robots is knowing what they were told.',
    Awareness: 'You can:\n- tell a robot from a tool',
    Working: 'You can:\n- stop a robot',
    Practitioner: 'You can:\n- decide what a robot may do',
    Expert: 'You can:\n- answer for robots',
  })
  for (const [roleLevel, level] of [
    ['Robot minder', 'Working'],
    ['Senior robot minder', 'Practitioner'],
  ] as const) {
    roles.push({
      'Role Family': family,
      Role: 'Robot minder',
      'Role Description': 'A robot minder minds robots.',
      'Role Level': roleLevel,
      'Role Level Description': `A ${roleLevel.toLowerCase()} minds them well.`,
      'Skill Name': 'Minding robots',
      'Skill Description': 'Minding robots is knowing what they were told.',
      'Skill Level': level,
      'Skill Level Description': skills.at(-1)?.[level] ?? '',
    })
  }
  done.newRoles.push('Robot minder')
  done.newSkills.push('Minding robots')
}
