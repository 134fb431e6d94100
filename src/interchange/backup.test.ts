import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Backup } from '../contract/backup'
import { BackupFault, checkBackupSize, readBackup } from './backup'

const text = readFileSync('tests/fixtures/backup/v1.json', 'utf8')
const fresh = () => JSON.parse(text) as Backup
const read = (document: unknown) => readBackup('copy.json', JSON.stringify(document))

it('reads a backup of version 1 whole', () => {
  expect(readBackup('copy.json', text)).toEqual(fresh())
})

describe('refuses, in one sentence that names the file,', () => {
  it.each([
    ['a file that is something else', 'Skill,Level\nSluices,2', 'copy.json is not a copy made by Waymark.'],
    ['other JSON', '{"name":"waymark","version":"0.1.0"}', 'copy.json is not a copy made by Waymark.'],
    ['a list', '[1,2,3]', 'copy.json is not a copy made by Waymark.'],
    ['nothing', '', 'copy.json is empty.'],
    [
      'a copy that was cut off',
      text.slice(0, text.length / 2),
      'copy.json is cut off or damaged: it does not read as a whole copy.',
    ],
    [
      'a newer version',
      JSON.stringify({ waymark: 'backup', v: 2, everything: 'else' }),
      'copy.json was made by a newer Waymark: update this one first, then restore it.',
    ],
    [
      'a name that reaches into the page',
      text.replace('"county-pumps":{', '"__proto__":{'),
      'copy.json cannot be restored: it holds a forbidden name, at assessments.1.ratings.__proto__.',
    ],
    [
      'nesting without end',
      `{"waymark":"backup","v":1,"people":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      'copy.json cannot be restored: it is nested more than 32 deep.',
    ],
  ])('%s', (_, content, sentence) => {
    expect(() => readBackup('copy.json', content)).toThrow(new BackupFault(sentence))
  })

  it('a level that is none', () => {
    const backup = fresh()
    backup.assessments[0]!.ratings['county-sluices']!.level = -1
    expect(() => read(backup)).toThrow(/at assessments\.0\.ratings\.county-sluices\.level: /)
  })

  it('a moment that is none', () => {
    const backup = fresh()
    backup.assessments[0]!.startedAt = 'yesterday'
    expect(() => read(backup)).toThrow(/at assessments\.0\.startedAt: not a moment in time/)
  })

  it('evidence that would run when followed', () => {
    const backup = fresh()
    backup.assessments[1]!.ratings['county-sluices']!.evidence![0]!.url = ' javascript:alert(1)'
    expect(() => read(backup)).toThrow(/evidence\.0\.url: not a link/)
  })

  it('anything that no version of ours wrote', () => {
    expect(() => read({ ...fresh(), keys: ['secret'] })).toThrow(/at keys: /)
  })

  it('a catalogue that is none', () => {
    const backup = fresh()
    backup.catalogues[0]!.text = '{"v":1}'
    expect(() => read(backup)).toThrow(/^copy\.json, at catalogues\.0, holds a catalogue that is wrong at /)
  })

  it('more than any copy of ours holds, before it is read', () => {
    expect(() => checkBackupSize('copy.json', 65 * 1024 * 1024)).toThrow(/^copy\.json is larger than 64 MB/)
  })
})
