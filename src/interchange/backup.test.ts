import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { town } from '../../tests/support/town'
import type { Backup } from '../contract/backup'
import { changed, newDraft, redone, undone, type Draft } from '../domain/draft/draft'
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

/** A draft with one step to take back and one to do again. */
function drafted(): Draft {
  const at = '2026-11-23T09:00:00.000Z'
  const one = changed(newDraft('d', 'sha256-a', town(), at), 'Title', { ...town(), title: 'One ' }, at)
  return undone(changed(one, 'Title', { ...one.catalogue, title: '' }, at), at)
}

it('reads drafts as they were left, also where they are not fit to be published', () => {
  const unfit = redone(drafted(), '2026-11-23T09:00:00.000Z')
  const copy = { ...fresh(), drafts: [drafted(), unfit] }
  expect(read(copy)).toEqual(copy)
})

describe('a draft that is none is refused, and where is said:', () => {
  const field = (path: string[], after: unknown) => ({ what: 'x', edits: [{ kind: 'field', path, after }] })
  it.each<[string, (draft: Draft) => unknown, string]>([
    [
      'a skill',
      (d) => Object.assign(d.catalogue.frameworks[0]!.skills[0]!, { name: 7 }),
      '0.catalogue.frameworks.0.skills.0.name',
    ],
    ['a list', (d) => Object.assign(d.catalogue, { moves: {} }), '0.catalogue.moves'],
    ['more than a catalogue has', (d) => Object.assign(d.catalogue, { page: '<b>' }), '0.catalogue.page'],
    ['its id', (d) => Object.assign(d, { id: '../d' }), '0.id'],
    ['its day', (d) => Object.assign(d, { changedAt: 'soon' }), '0.changedAt'],
    ['an edit', (d) => Object.assign(d.done[0]!.edits[0]!, { kind: 'run' }), '0.done.0.edits.0.kind'],
    ['taking back', (d) => Object.assign(d.done[0]!.edits[0]!, { before: { a: 1 } }), '0.done'],
    ['doing again', (d) => Object.assign(d, { undone: [field(['skills'], [null])] }), '0.undone'],
    [
      'reaching the page',
      (d) => Object.assign(d, { undone: [field(['__proto__'], { a: 1 })] }),
      '0.undone.0.edits.0.path.0',
    ],
    ['steps without end', (d) => Object.assign(d, { done: Array(201).fill(d.done[0]) }), '0.done'],
  ])('%s', (_, spoil, where) => {
    const draft = drafted()
    spoil(draft)
    const copy = { ...fresh(), drafts: [draft] }
    expect(() => read(copy)).toThrow(`copy.json cannot be restored. What is wrong is at drafts.${where}: `)
  })
})
