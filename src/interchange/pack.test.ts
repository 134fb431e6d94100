import { describe, expect, it } from 'vitest'
import type { Pack } from '../contract/pack'
import { checkPackSize, PackFault, packText, readPack } from './pack'

const fresh = (): Pack => ({
  waymark: 'pack',
  v: 1,
  madeAt: '2026-11-23T09:00:00.000Z',
  from: { key: 'fern', name: 'Fern Sample', as: 'person' },
  person: { key: 'fern', name: 'Fern Sample' },
  parts: ['ratings'],
  appraisals: [
    {
      season: '2026',
      writes: {
        '1-a': {
          id: '1-a',
          kind: 'own',
          key: 'county-sluices',
          value: { level: 2, at: '2026-11-01T09:00:00.000Z', on: 'county@2026.1' },
          over: [],
          rev: 0,
          at: '2026-11-23T09:00:00.000Z',
        },
      },
    },
  ],
  wordings: [],
})
const text = packText(fresh())

it('reads what it wrote', () => {
  expect(readPack('fern.age', text)).toEqual(fresh())
})

it('leaves out of a name what turns or breaks the sentence it stands in', () => {
  const named = (name: string) =>
    readPack('x', packText({ ...fresh(), person: { key: 'fern', name } })).person.name
  expect(named('Fern \u202eelpmaS\u202c\n')).toBe('Fern  elpmaS')
  expect(named('Fern '.repeat(200)).length).toBeLessThanOrEqual(200)
  expect(named('فِرْن Siân O’Neill-Łęcka')).toBe('فِرْن Siân O’Neill-Łęcka')
})

describe('refuses, in one sentence that names the file,', () => {
  it.each([
    ['a file that is something else', 'Skill,Level', 'fern.age is not an appraisal pack made by Waymark.'],
    ['other JSON', '{"name":"waymark"}', 'fern.age is not an appraisal pack made by Waymark.'],
    ['nothing', '', 'fern.age is empty.'],
    [
      'a copy of everything',
      '{"waymark":"backup","v":1}',
      'fern.age is a copy of everything on a laptop: restore it in Settings.',
    ],
    [
      'a manager’s card',
      '{"waymark":"card","v":1}',
      'fern.age is a manager’s card: it is used where a pack is made.',
    ],
    [
      'a pack that was cut off',
      text.slice(0, text.length / 2),
      'fern.age is cut off or damaged: it does not read as a whole pack.',
    ],
    [
      'a newer version',
      '{"waymark":"pack","v":2,"everything":"else"}',
      'fern.age was made by a newer Waymark: update this one first, then open it.',
    ],
    [
      'a name that reaches into the page',
      text.replace('"1-a":', '"__proto__":'),
      'fern.age cannot be opened: it holds a forbidden name, at appraisals.0.writes.__proto__.',
    ],
    [
      'nesting without end',
      `{"waymark":"pack","v":1,"parts":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      'fern.age cannot be opened: it is nested more than 32 deep.',
    ],
    [
      'a level that is none',
      text.replace('"level": 2', '"level": -2'),
      /^fern\.age cannot be opened\. What is wrong is at appraisals\.0\.writes\..*/,
    ],
    [
      'a write that hides a later one',
      text.replace('"over": []', '"over": ["2-b.0"]'),
      /What is wrong is at appraisals\.0\.writes\.1-a: takes the place of a later write/,
    ],
    [
      'a key that no version of ours wrote',
      text.replace('"v": 1', '"v": 1, "run": "this"'),
      /What is wrong is at run: /,
    ],
  ])('%s', (_, content, sentence) => {
    expect(() => readPack('fern.age', content)).toThrow(
      typeof sentence === 'string' ? new PackFault(sentence) : sentence,
    )
  })

  it('more than any pack holds, before it is read', () => {
    expect(() => checkPackSize('fern.age', 17 * 1024 * 1024)).toThrow(
      new PackFault('fern.age is larger than 16 MB, which no pack is.'),
    )
  })
})
