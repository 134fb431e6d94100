import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ImportDraft, importGdd } from './gdd'

/** The publisher's own files, where somebody has put them beside this checkout. They are not part of it. */
const folder = fileURLToPath(new URL('../../../shared/frameworks/ddat/', import.meta.url))
const present = existsSync(folder)
if (!present) console.info(`The published framework is not at ${folder}: its counts are not checked.`)

describe.runIf(present)('the published framework (edition of September 2025)', () => {
  let draft: ImportDraft
  beforeAll(async () => {
    const files = ['roles.csv', 'skills.csv'].map((name) => ({ name, bytes: readFileSync(folder + name) }))
    const digest = async (text: string) => createHash('sha256').update(text).digest('hex')
    draft = await importGdd(files, digest, () => undefined)
  })

  it('comes in whole', () => {
    const { families, ladders, roles, skills } = draft.framework
    const asked = roles.flatMap(({ requirements }) => requirements)
    expect({
      families: families.length,
      ladders: ladders.length,
      roles: roles.length,
      skills: skills.length,
      descriptors: skills.flatMap(({ descriptors }) => descriptors).length,
      requirements: asked.length,
      withLevel: asked.filter(({ level }) => level !== undefined).length,
      withoutLevel: asked.filter(({ level }) => level === undefined).length,
    }).toEqual({
      families: 8,
      ladders: 52,
      roles: 205,
      skills: 188,
      descriptors: 664,
      requirements: 1809,
      withLevel: 1781,
      withoutLevel: 28,
    })
  })

  it('reports what was merged, changed, filled, missing and inferred', () => {
    const requirements = draft.report.tallies.find(({ what }) => what === 'Requirements')
    expect(requirements?.tally).toEqual({ read: 1825, mapped: 1809, merged: 16, dropped: 0 })
    const count = (code: string) =>
      draft.report.issues.filter((issue) => issue.code === code).map((issue) => issue.count)
    expect(count('repeated-requirement')).toEqual([16])
    expect(count('name-trimmed')).toEqual([13])
    expect(count('not-in-use')).toEqual([28])
    expect(count('level-unstated')).toEqual([28])
    expect(count('description-filled')).toEqual([36])
    expect(count('no-description')).toEqual([5])
    expect(count('no-descriptors')).toEqual([22])
    expect(count('level-not-worded')).toEqual([60])
    expect(count('derived-column')).toEqual([1])
    expect(count('line-separator')).toEqual([123])
    expect(count('hidden-character')).toEqual([16])
    expect(count('no-break-space')).toEqual([15])
    expect(count('text-differs')).toEqual([])
    expect(count('groups-inferred')).toEqual([188])
    expect(count('seniority-inferred')).toEqual([205])
    expect(count('seniority-tied')).toEqual([2])
  })

  it('gives every role level a place in its ladder', () => {
    const ladder = draft.framework.roles
      .filter((role) => role.ladder === 'gdd-business-analyst')
      .sort((a, b) => a.seniority - b.seniority)
    expect(ladder.map(({ seniority, requirements }) => [seniority, requirements.length])).toEqual([
      [1, 7],
      [2, 9],
      [3, 9],
      [4, 9],
      [5, 11],
      [6, 11],
    ])
  })
})
