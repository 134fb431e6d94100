import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { type FileBytes, type ImportDraft, importGdd } from './gdd'
import type { ImportReport } from './report'

const folder = fileURLToPath(new URL('../../tests/fixtures/gdd/', import.meta.url))
const fixture = (name: string): FileBytes => ({
  name,
  bytes: readFileSync(folder + name),
})
const digest = async (text: string) => createHash('sha256').update(text).digest('hex')
const importFiles = (...files: FileBytes[]) => importGdd(files, digest, () => undefined)

function counts(report: ImportReport): Record<string, number> {
  return Object.fromEntries(report.issues.map(({ code, count }) => [code, count]))
}

describe('importing the Government Digital and Data framework', () => {
  let draft: ImportDraft
  beforeAll(async () => {
    draft = await importFiles(fixture('roles.csv'), fixture('skills.csv'))
  })
  const role = (name: string) => draft.framework.roles.find((each) => each.name === name)
  const skill = (name: string) => draft.framework.skills.find((each) => each.name === name)

  it('reads records that run over many lines as one each', () => {
    expect(draft.report.files.map(({ records }) => records)).toEqual([13, 4])
    expect(role('Lock keeper')?.purpose).toMatch(/^A lock keeper works alone\.\n/)
  })

  it('accounts for everything read: mapped, merged or dropped', () => {
    const tallies = Object.fromEntries(draft.report.tallies.map(({ what, tally }) => [what, tally]))
    expect(tallies).toEqual({
      'Role families': { read: 3, mapped: 3, merged: 0, dropped: 0 },
      Roles: { read: 4, mapped: 4, merged: 0, dropped: 0 },
      'Role levels': { read: 7, mapped: 7, merged: 0, dropped: 0 },
      Skills: { read: 4, mapped: 4, merged: 0, dropped: 0 },
      Descriptors: { read: 12, mapped: 12, merged: 0, dropped: 0 },
      Requirements: { read: 13, mapped: 12, merged: 1, dropped: 0 },
    })
  })

  it('takes “NOT IN USE” as nothing: the role has no levels and says no level', () => {
    expect(role('Chief of water')).toMatchObject({
      id: 'gdd-chief-of-water',
      purpose: 'Answers for all of it.',
    })
    expect(role('Chief of water')?.requirements).toEqual([
      { skill: 'gdd-steering-and-being-steered', essential: true },
    ])
    expect(JSON.stringify(draft.framework)).not.toMatch(/not in use/i)
    expect(counts(draft.report)['level-unstated']).toBe(2)
  })

  it('keeps roles apart that share the mark, and a role apart from its level of the same name', () => {
    const ids = draft.framework.roles.map(({ id }) => id)
    expect(new Set(ids).size).toBe(7)
    expect(ids).toContain('gdd-chief-of-roads')
    expect(ids).toContain('gdd-lock-keeper-lock-keeper')
    expect(draft.framework.ladders.map(({ id }) => id)).toContain('gdd-lock-keeper')
  })

  it('counts a repeated row once and says where it stood', () => {
    expect(role('Lock keeper')?.requirements).toHaveLength(2)
    const issue = draft.report.issues.find(({ code }) => code === 'repeated-requirement')
    expect(issue).toMatchObject({ count: 1, action: 'merged', places: [{ file: 'roles.csv', row: 4 }] })
  })

  it('trims names and counts them', () => {
    expect(role('Trainee lock keeper')).toBeDefined()
    expect(counts(draft.report)['name-trimmed']).toBe(2)
  })

  it('removes hidden characters and counts each kind', () => {
    expect(JSON.stringify(draft.framework)).not.toMatch(/[\u2028\u200B\u00A0]/)
    expect(counts(draft.report)).toMatchObject({
      'line-separator': 3,
      'hidden-character': 2,
      'no-break-space': 2,
    })
    expect(skill('Sluice handling')?.descriptors[2]?.statements).toEqual([
      'plan a day’s water',
      'teach others',
    ])
  })

  it('fills a description from the other file and names the skills that have none', () => {
    expect(skill('Greeting boaters')?.summary).toBe('Greeting boaters means being found, heard and kind.')
    expect(skill('Clockwork')?.summary).toBe('')
    expect(counts(draft.report)).toMatchObject({ 'description-filled': 2, 'no-description': 1 })
  })

  it('keeps skills without descriptors, and says which level the publisher has not worded', () => {
    expect(skill('Steering, and being steered')?.descriptors).toEqual([])
    expect(counts(draft.report)).toMatchObject({ 'no-descriptors': 1, 'level-not-worded': 1 })
  })

  it('does not read the column it can work out', () => {
    expect(draft.report.issues.find(({ code }) => code === 'derived-column')?.places).toEqual([
      { file: 'skills.csv', row: 1, column: 'Roles that require Skill' },
    ])
  })

  it('orders role levels by what they ask, marks the order as inferred and lets equals share a place', () => {
    const order = ['Trainee lock keeper', 'Lock keeper', 'Senior lock keeper'].map(
      (name) => role(name)?.seniority,
    )
    expect(order).toEqual([1, 2, 3])
    expect(role('Bridge keeper')?.seniority).toBe(role('Bridge keeper - nights')?.seniority)
    expect(role('Chief of water')?.seniority).toBe(4)
    expect(draft.framework.roles.every(({ seniorityInferred }) => seniorityInferred)).toBe(true)
    expect(counts(draft.report)).toMatchObject({ 'seniority-inferred': 7, 'seniority-tied': 1 })
  })

  it('groups skills by the family that asks for them, or across families', () => {
    const groupOf = (name: string) => draft.framework.groups.find(({ id }) => id === skill(name)?.groups[0])
    expect(groupOf('Sluice handling')).toEqual({ id: 'gdd-water', name: 'Water', inferred: true })
    expect(groupOf('Greeting boaters')?.name).toBe('Across families')
  })

  it('falls back to the description of the role where its level has none', () => {
    expect(role('Bridge keeper')?.purpose).toBe('A bridge keeper opens the bridge, and shuts it.')
  })

  it('gives the same framework whatever the order of the files and however they were saved', async () => {
    const asExcelSaves = ({ name, bytes }: FileBytes): FileBytes => {
      const text = new TextDecoder().decode(bytes).replaceAll('\n', '\r\n')
      return { name, bytes: new TextEncoder().encode(`\uFEFF${text}`) }
    }
    const again = await importFiles(asExcelSaves(fixture('skills.csv')), asExcelSaves(fixture('roles.csv')))
    expect(again.framework).toEqual(draft.framework)
    expect(draft.framework.version).toMatch(/^sha256-[0-9a-f]{16}$/)
  })
})
