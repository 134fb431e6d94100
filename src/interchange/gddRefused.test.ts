import { csvFormatRows } from 'd3-dsv'
import { describe, expect, it } from 'vitest'
import { importGdd } from './gdd'
import { ROLE_HEADINGS, SKILL_HEADINGS } from './gddFiles'

const bytes = (text: string) => new TextEncoder().encode(text)
const roles = (...rows: string[][]) => csvFormatRows([[...ROLE_HEADINGS], ...rows])
const skills = (...rows: string[][]) => csvFormatRows([[...SKILL_HEADINGS], ...rows])
const ROLE = [
  'Water',
  'Keeper',
  'Keeps.',
  'Junior keeper',
  'Learns.',
  'Sluices',
  '',
  'Working',
  'You can:\n- open one',
]
const SKILL = ['Sluices', 'Moving water.', 'You can:\n- name one', 'You can:\n- open one', '', '']

function run(...files: [name: string, content: string | Uint8Array][]) {
  const given = files.map(([name, content]) => ({
    name,
    bytes: typeof content === 'string' ? bytes(content) : content,
  }))
  return importGdd(
    given,
    async () => '0123456789abcdef',
    () => undefined,
  )
}
const fault = (...files: [string, string | Uint8Array][]) =>
  run(...files).then(
    () => 'imported',
    (error: Error) => `${error.name}: ${error.message}`,
  )
const good = ['s.csv', skills(SKILL)] as [string, string]

describe('what is refused, in one sentence', () => {
  it.each([
    ['one file missing', [good], 'The roles file is missing: choose it together with the skills file.'],
    [
      'the other missing',
      [['r.csv', roles(ROLE)]],
      'The skills file is missing: choose it together with the roles file.',
    ],
    ['no files at all', [], 'The roles file is missing: choose it together with the skills file.'],
    [
      'the same kind twice',
      [good, ['t.csv', skills(SKILL)]],
      's.csv and t.csv are both the skills file: choose one roles file and one skills file.',
    ],
    [
      'a file that is something else',
      [good, ['roles.csv', 'Surname,Salary\nDoe,1\n']],
      'roles.csv is neither the roles file nor the skills file of the framework: its first row does not hold their headings.',
    ],
    [
      'a heading that is missing',
      [good, ['roles.csv', roles(ROLE).replace('Skill Level Description', 'Wording')]],
      'roles.csv looks like the roles file, but these headings are missing: “Skill Level Description”.',
    ],
    [
      'a heading twice',
      [good, ['r.csv', `${ROLE_HEADINGS.join(',')},role_family\n`]],
      'The heading “role_family” stands twice in r.csv.',
    ],
    ['an empty file', [good, ['r.csv', '']], 'r.csv is empty.'],
    ['headings alone', [good, ['r.csv', roles()]], 'r.csv has headings and nothing under them.'],
    [
      'a file cut off inside a quoted cell',
      [good, ['r.csv', roles(ROLE, ROLE).slice(0, -3)]],
      'Row 3 of r.csv opens a quotation mark that is never closed: the file is cut off or damaged.',
    ],
    [
      'a file cut off between cells',
      [good, ['r.csv', `${roles(ROLE)}\nWater,Keep`]],
      'Row 3 of r.csv has 2 cells where the headings have 9: the file is cut off or damaged.',
    ],
    [
      'a quotation mark astray',
      [good, ['r.csv', `${roles(ROLE)}\nWater,Kee"per,,,,,,,`]],
      'Row 3 of r.csv has a quotation mark in the middle of a cell: the file is damaged.',
    ],
    [
      'a picture',
      [good, ['r.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])]],
      'r.csv is not a text file.',
    ],
    [
      'a workbook',
      [good, ['r.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 20])]],
      'r.xlsx is a workbook or a ZIP archive: open it and save the sheet as CSV first.',
    ],
    [
      'UTF-8 by its own mark, and broken',
      [good, ['r.csv', new Uint8Array([0xef, 0xbb, 0xbf, 0x41, 0xc3])]],
      'r.csv says it is UTF-8 and is not: it is cut off or damaged.',
    ],
    [
      'fifty megabytes of rubbish',
      [good, ['r.csv', new Uint8Array(50 * 1024 * 1024).fill(0x2c)]],
      'r.csv is larger than 20 MB, which no framework file is.',
    ],
    [
      'as much rubbish as is taken',
      [good, ['r.csv', new Uint8Array(20 * 1024 * 1024).fill(0x41)]],
      'r.csv is neither the roles file nor the skills file of the framework: its first row does not hold their headings.',
    ],
    [
      'a cell of 30,000 characters',
      [good, ['r.csv', roles(ROLE.with(2, 'x'.repeat(30_000)))]],
      'Row 2 of r.csv has 30000 characters under “Role Description”, where at most 20000 are taken.',
    ],
    [
      'two skills that get one id',
      [
        ['s.csv', skills(SKILL, SKILL.with(0, 'SLUICES'))],
        ['r.csv', roles(ROLE)],
      ],
      'Two skills would get the same id, gdd-sluices: “Sluices” and “SLUICES”.',
    ],
    [
      'a skill whose name gives no id',
      [
        ['s.csv', skills(SKILL.with(0, '???'))],
        ['r.csv', roles(ROLE)],
      ],
      'One of the skills is called “???”, which gives no id.',
    ],
  ] as [string, [string, string | Uint8Array][], string][])('%s', async (_, files, sentence) => {
    expect(await fault(...files)).toBe(`ImportFault: ${sentence}`)
  })
})

describe('what is taken and reported', () => {
  const codes = async (...files: [string, string | Uint8Array][]) => {
    const { report, framework } = await run(...files)
    return { framework, issues: Object.fromEntries(report.issues.map((issue) => [issue.code, issue.action])) }
  }

  it('headings in another order and another hand', async () => {
    const order = SKILL_HEADINGS.map((_, at) => at).reverse()
    const swapped = csvFormatRows([
      order.map((at) => ` ${SKILL_HEADINGS[at]?.toUpperCase().replace(' ', '_')} `),
      order.map((at) => SKILL[at] ?? ''),
    ])
    const { framework } = await codes(['r.csv', roles(ROLE)], ['s.csv', swapped])
    expect(framework).toEqual((await codes(['r.csv', roles(ROLE)], good)).framework)
  })

  it('columns and names that would touch an object’s prototype are only text', async () => {
    const odd = csvFormatRows([
      [...SKILL_HEADINGS, '__proto__'],
      [...SKILL, 'polluted'],
      ['__proto__', 'x', '', '', '', '', ''],
      ['constructor', 'y', '', '', '', '', ''],
    ])
    const { framework, issues } = await codes(['r.csv', roles(ROLE)], ['s.csv', odd])
    expect(framework.skills.map(({ id }) => id)).toEqual(['gdd-sluices', 'gdd-proto', 'gdd-constructor'])
    expect(issues['unknown-column']).toBe('dropped')
    expect('polluted' in {}).toBe(false)
  })

  it('formula cells stay the text they are', async () => {
    const { framework } = await codes(
      ['r.csv', roles(ROLE)],
      ['s.csv', skills(SKILL.with(1, '=HYPERLINK("x")'))],
    )
    expect(framework.skills[0]?.summary).toBe('=HYPERLINK("x")')
  })

  it('a file in windows-1252 is read, with a notice', async () => {
    const latin = Uint8Array.from(skills(SKILL.with(1, 'Water’s')).replace('’', '\x92'), (c) =>
      c.charCodeAt(0),
    )
    const { framework, issues } = await codes(['r.csv', roles(ROLE)], ['s.csv', latin])
    expect(framework.skills[0]?.summary).toBe('Water’s')
    expect(issues.encoding).toBe('changed')
  })

  it('a file in UTF-16 is read by its mark', async () => {
    const text = `\uFEFF${skills(SKILL)}`
    const wide = new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer)
    expect((await codes(['r.csv', roles(ROLE)], ['s.csv', wide])).framework.skills).toHaveLength(1)
  })

  it('texts of the two files that differ: the skills file’s is kept', async () => {
    const { framework, issues } = await codes(['r.csv', roles(ROLE.with(6, 'Something else.'))], good)
    expect(framework.skills[0]?.summary).toBe('Moving water.')
    expect(issues['text-differs']).toBe('dropped')
  })

  it('a skill only the roles file knows is kept and named', async () => {
    const { framework, issues } = await codes(['r.csv', roles(ROLE, ROLE.with(5, 'Weirs'))], good)
    expect(framework.skills.map(({ name }) => name)).toEqual(['Sluices', 'Weirs'])
    expect(issues['skill-not-listed']).toBe('kept')
  })

  it('one skill at two levels keeps the first; a level that is none of the four stays unstated', async () => {
    const rows = [
      ROLE,
      ROLE.with(7, 'Expert'),
      [...ROLE.slice(0, 3), 'Odd keeper', '', 'Sluices', '', 'Master', ''],
    ]
    const { framework, issues } = await codes(['r.csv', roles(...rows)], good)
    expect(framework.roles.map(({ requirements }) => requirements)).toEqual([
      [{ skill: 'gdd-sluices', level: 2, essential: true }],
      [{ skill: 'gdd-sluices', essential: true }],
    ])
    expect(issues).toMatchObject({ 'two-levels': 'dropped', 'unknown-level': 'changed' })
  })

  it('rows that name no family, role or skill are dropped and counted', async () => {
    const rows = [ROLE, ROLE.with(0, ''), ROLE.with(1, ' '), ROLE.with(5, '')]
    const { report } = await run(['r.csv', roles(...rows)], ['s.csv', skills(SKILL, SKILL.with(0, ''))])
    expect(report.tallies.find(({ what }) => what === 'Requirements')?.tally).toEqual({
      read: 4,
      mapped: 1,
      merged: 0,
      dropped: 3,
    })
    expect(report.tallies.find(({ what }) => what === 'Skills')?.tally.dropped).toBe(1)
  })
})
