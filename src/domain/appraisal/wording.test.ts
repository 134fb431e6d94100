import { expect, it } from 'vitest'
import { town } from '../../../tests/support/town'
import { frameworkRef } from '../framework'
import { sayAll } from './say'
import { mergeWording, wordingsFor, type WordingSource } from './wording'

const AT = '2026-11-23T09:00:00.000Z'
const framework = town().frameworks[0]!
const ref = frameworkRef(framework)
const [rated, commented, other] = framework.skills.map(({ id }) => id)
const writes = sayAll({}, { laptop: 'a', at: AT }, [
  { kind: 'given', key: `oak/${rated}`, value: { level: 1, on: ref } },
  { kind: 'comment', key: commented!, value: 'Good' },
  { kind: 'own', key: 'gone-skill', value: { level: 1, at: AT, on: 'gone@1' } },
])
const appraisals = [{ season: '2026', writes }]
const source: WordingSource = {
  framework: (asked) => (asked === ref ? framework : undefined),
  kept: () => undefined,
  now: (skill) => (framework.skills.some(({ id }) => id === skill) ? ref : undefined),
}

it('takes the words of the skills spoken of, and of no others', () => {
  const [wording, ...more] = wordingsFor(appraisals, source)
  expect(more).toEqual([])
  expect(wording).toMatchObject({ ref, title: framework.title })
  expect(wording!.skills.map(({ id }) => id).sort()).toEqual([rated, commented].sort())
  expect(wording!.skills[0]!.descriptors).toEqual(
    framework.skills.find(({ id }) => id === wording!.skills[0]!.id)!.descriptors,
  )
})

it('takes no descriptor of a framework whose text stays on its laptop', () => {
  const kept = { ...framework, licence: { ...framework.licence, redistributable: 'no' as const } }
  const [wording] = wordingsFor(appraisals, { ...source, framework: () => kept })
  expect(wording!.skills.flatMap(({ descriptors }) => descriptors)).toEqual([])
  expect(wording!.levels.every((level) => !('summary' in level))).toBe(true)
  expect(wording!.skills.every(({ name }) => name !== '')).toBe(true)
})

it('takes what was kept of a version that is gone', () => {
  const kept = {
    ref: 'gone@1',
    title: 'Gone',
    levels: [],
    skills: ['gone-skill', 'gone-other'].map((id) => ({ id, name: id, group: '', descriptors: [] })),
  }
  const wordings = wordingsFor(appraisals, {
    ...source,
    kept: (asked) => (asked === 'gone@1' ? kept : undefined),
  })
  expect(wordings.find((one) => one.ref === 'gone@1')?.skills.map(({ id }) => id)).toEqual(['gone-skill'])
})

it('adds skills to what is kept, and never changes what is there', () => {
  const one = (id: string, name: string) => ({ id, name, group: '', descriptors: [] })
  const here = { ref, title: 'Here', levels: [], skills: [one(rated!, 'As it was')] }
  const more = { ref, title: 'There', levels: [], skills: [one(rated!, 'Altered'), one(other!, 'More')] }
  expect(mergeWording(here, more)).toEqual({
    ...here,
    skills: [one(rated!, 'As it was'), one(other!, 'More')],
  })
  expect(mergeWording(here, { ...more, skills: here.skills })).toBe(here)
})
