import { toJsonSchema } from '@valibot/to-json-schema'
import { format, resolveConfig } from 'prettier'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { Framework } from '../domain/framework'
import type { Ratings } from '../domain/gap'
import { mySkillsDocument, MySkillsSchema } from './mySkills'
import { skillsCsv, skillsTable } from './skillsTable'

const at = '2026-11-23T09:00:00.000Z'
const framework: Framework = {
  key: 'county',
  version: '2026.1',
  title: 'County skills',
  language: 'en-GB',
  licence: { title: 'Ours', attribution: 'Ours', redistributable: 'yes' },
  scale: {
    levels: [
      { ordinal: 1, label: 'Aware' },
      { ordinal: 2, label: 'Supported' },
    ],
  },
  groups: [{ id: 'county-data', name: 'Data' }],
  skills: ['Data modelling', 'Mapping', 'Reports', 'Backup'].map((name) => ({
    id: `county-${name.toLowerCase().replace(' ', '-')}`,
    name,
    summary: '',
    groups: ['county-data'],
    descriptors: [],
  })),
  families: [],
  ladders: [],
  roles: [],
}
const licensed: Framework = {
  ...framework,
  key: 'paid',
  version: '9',
  title: 'Paid framework',
  licence: { ...framework.licence, redistributable: 'no' },
  skills: [{ ...framework.skills[0]!, id: 'paid-prog', name: 'Programming, as they word it' }],
}
const on = 'county@2026.1'
const ratings: Ratings = {
  'gone-skill': { level: 2, at, on: 'gone@1' },
  'county-reports': { level: 0, at, on, notRelevant: true },
  'county-mapping': { level: 0, at, on },
  'county-data-modelling': {
    level: 2,
    at,
    on,
    sure: 'fairly',
    lastUsed: '2025-09',
    interest: 'grow',
    evidence: [
      { text: '=Model of fostering', addedAt: at },
      { text: 'Map', url: 'https://example.org/map', addedAt: at },
    ],
  },
  'paid-prog': { level: 2, at, on: 'paid@9' },
}
const frameworks = [framework, licensed]

describe('my skills as a table', () => {
  it('is one row a skill answered, none yet and not relevant told apart, unrated left out', () => {
    const [headings, ...rows] = skillsTable(frameworks, ratings, '2026-11-23')
    expect(headings!.slice(2, 5)).toEqual(['Skill', 'Level', 'Label'])
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ['County skills', 'Data', 'Data modelling', 2, 'Supported'],
      ['County skills', 'Data', 'Mapping', 0, 'None yet'],
      ['County skills', 'Data', 'Reports', undefined, 'Not relevant to me'],
      ['Paid framework', undefined, 'paid-prog', 2, undefined],
      ['gone@1', undefined, 'gone-skill', 2, undefined],
    ])
    expect(rows[0]!.slice(5)).toEqual([
      '2026-11-23',
      'Fairly sure',
      'over a year ago',
      '2026-11-23: =Model of fostering\n2026-11-23: Map (https://example.org/map)',
    ])
  })

  it('is a CSV file that Excel reads as UTF-8', () => {
    const csv = skillsCsv(skillsTable(frameworks, ratings, '2026-11-23'))
    expect(csv).toMatch(/^\uFEFFFramework,Group,/)
    expect(csv).toContain('\r\nCounty skills,Data,Mapping,0,None yet,2026-11-23,,,\r\n')
  })
})

describe('my skills as JSON', () => {
  const document = mySkillsDocument(frameworks, ratings, at)

  it('fits its own schema and keeps every answer', () => {
    expect(v.parse(MySkillsSchema, JSON.parse(JSON.stringify(document)))).toEqual(document)
    expect(document.skills[0]).toEqual({
      skill: 'county-data-modelling',
      name: 'Data modelling',
      framework: on,
      level: 2,
      label: 'Supported',
      at,
      sure: 'fairly',
      lastUsed: '2025-09',
      interest: 'grow',
      evidence: ratings['county-data-modelling']!.evidence,
    })
    expect(document.skills.map(({ level }) => level)).toEqual([2, 0, null, 2, 2])
  })

  it('holds no word of a framework that may not be passed on', () => {
    expect(JSON.stringify(document)).not.toContain('as they word it')
    expect(JSON.stringify(skillsTable(frameworks, ratings, '2026-11-23'))).not.toContain('as they word it')
  })

  it('has the schema it is published with (written again by running this test with --update)', async () => {
    const schema = JSON.stringify(toJsonSchema(MySkillsSchema, { target: 'draft-2020-12' }))
    const style = await resolveConfig('public/schemas/my-skills-v1.json')
    const text = await format(schema, { ...style, parser: 'json' })
    await expect(text).toMatchFileSnapshot('../../public/schemas/my-skills-v1.json')
  })
})
