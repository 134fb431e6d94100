import { describe, expect, it } from 'vitest'
import type { Framework } from '../domain/framework'
import type { Ratings } from '../domain/gap'
import { answerFrom, guessColumns, guessMeaning, readSkillsTable, takeTable, valuesIn } from './skillsIn'
import { skillsCsv, skillsSheet, skillsTable } from './skillsTable'
import { xlsxBytes } from './xlsxOut'

const [at, on] = ['2026-11-23T09:00:00.000Z', 'county@2026.1']
const scale = { levels: ['Aware', 'Works unaided', 'Leads'].map((label, n) => ({ ordinal: n + 1, label })) }
const framework = {
  key: 'county',
  scale,
  skills: ['Data modelling', 'C++', 'Backup & restore'].map((name, n) => ({
    id: `county-${n}`,
    name,
    summary: '',
  })),
} as unknown as Framework
const ROWS = [
  ['Skill', 'My level', 'Notes'],
  ['data  modelling', 'Leads', 'The fostering model'],
  ['C++', '2', ''],
  ['Backup & Restore', 'n/a', ''],
  ['Juggling', '3', ''],
  ['C++', '1', ''],
  ['Data modelling', 'ask Jo', ''],
]
const bytesOf = (text: string) => new TextEncoder().encode(text)

async function taken(ratings: Ratings = {}) {
  const csv = ROWS.map((row) => row.join(',')).join('\r\n')
  const table = await readSkillsTable('mine.csv', bytesOf(csv))
  const meanings = new Map([...valuesIn(table, 1).keys()].map((value) => [value, guessMeaning(value, scale)]))
  return takeTable(table, guessColumns(table.headings), meanings, framework, ratings)
}

describe('the spreadsheet people already keep', () => {
  it('is read the same from CSV and from a workbook', async () => {
    const csv = await readSkillsTable('mine.csv', bytesOf(ROWS.map((row) => row.join(',')).join('\n')))
    const xlsx = await readSkillsTable('mine.xlsx', await xlsxBytes([{ name: 'Mine', rows: ROWS }]))
    expect(csv.headings).toEqual(ROWS[0])
    expect(csv.rows).toHaveLength(6)
    const values = (table: typeof csv) =>
      table.rows.map(({ row, cells }) => [row, cells[0], cells[1], cells[2] ?? ''])
    expect(values(xlsx)).toEqual(values(csv))
  })

  it('finds its columns, its skills and its levels, and says what it could not place', async () => {
    const { changes, unmatched, twice, noAnswer, same } = await taken()
    expect(changes.map(({ skill, meaning, evidence }) => [skill, meaning, evidence])).toEqual([
      ['county-0', 3, 'The fostering model'],
      ['county-1', 2, undefined],
      ['county-2', 'not relevant', undefined],
    ])
    expect(unmatched).toEqual([{ row: 5, name: 'Juggling' }])
    expect(twice).toEqual([{ row: 6, name: 'C++' }])
    expect([noAnswer, same]).toEqual([1, 0])
  })

  it('changes nothing when it is brought in again', async () => {
    const { changes } = await taken()
    const ratings = Object.fromEntries(changes.map((row) => [row.skill, answerFrom(row, undefined, at, on)]))
    expect(ratings['county-0']).toEqual({
      level: 3,
      at,
      on,
      evidence: [{ text: 'The fostering model', addedAt: at }],
    })
    expect(await taken(ratings)).toMatchObject({ changes: [], same: 3 })
  })

  it('changes nothing where Waymark wrote it, dated evidence, links and several lines included', async () => {
    const skill = framework.skills[0]!.id
    const evidence = [
      { text: '=1+1 Café for £20', addedAt: at },
      { text: 'Two\nlines', url: 'https://example.org/pack', addedAt: at },
    ]
    const ratings: Ratings = { [skill]: { level: 2, at, on, evidence } }
    const licence = { title: 'Ours', attribution: 'Ours', redistributable: 'yes' } as const
    const rows = skillsTable([{ ...framework, licence, groups: [] }], ratings, '2026-11-23')
    const files: [string, Uint8Array<ArrayBuffer>][] = [
      ['mine.csv', new TextEncoder().encode(skillsCsv(rows))],
      ['mine.xlsx', await xlsxBytes([skillsSheet(rows)])],
    ]
    for (const [name, bytes] of files) {
      const table = await readSkillsTable(name, bytes)
      const columns = guessColumns(table.headings)
      const meanings = [...valuesIn(table, columns.level!).keys()].map(
        (value) => [value, guessMeaning(value, framework.scale)] as const,
      )
      const taken = takeTable(table, columns, new Map(meanings), framework, ratings)
      expect([name, taken.changes, taken.same]).toEqual([name, [], 1])
    }
  })

  it('takes numbers with their words, names of levels, none yet, and nothing it is not sure of', () => {
    const meanings = ['2', '2.0', '2 - Works unaided', 'WORKS UNAIDED', 'none yet', '0', '', '7', '2.5']
    expect(meanings.map((value) => guessMeaning(value, scale))).toEqual([
      2,
      2,
      2,
      2,
      0,
      0,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('refuses in one sentence a file with nothing to take', async () => {
    await expect(readSkillsTable('a.csv', bytesOf('Skill,Level\n'))).rejects.toThrow(
      'a.csv has headings and no rows under them.',
    )
    await expect(readSkillsTable('a.csv', bytesOf(''))).rejects.toThrow('a.csv is empty.')
    await expect(readSkillsTable('a.xlsx', await xlsxBytes([{ name: 'x', rows: [] }]))).rejects.toThrow(
      /no headings/,
    )
  })
})
