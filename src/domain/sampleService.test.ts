import { expect, it } from 'vitest'
import { assembleCatalogue } from '../../build/catalogue'
import { readiness } from './gap'
import { seededBytes } from './release/seeded'
import { SAMPLE_STAFF, sampleService } from './sampleService'

const catalogue = assembleCatalogue('catalogue')
const NOW = new Date('2026-11-23T09:00:00Z')
const made = () => sampleService(catalogue, { owner: 'me', now: NOW, bytes: seededBytes(24) })
const { people, assessments } = made()
const roleOf = new Map(catalogue.frameworks[0]!.roles.map((role) => [role.id, role]))
const me = people.find(({ id }) => id === 'me')!
const [mineBefore, mineNow] = assessments.filter(({ person }) => person === 'me')

it('is a service of 24 different people, none of whom can be taken for real', () => {
  expect(people).toHaveLength(SAMPLE_STAFF)
  expect(new Set(people.map(({ name }) => name)).size).toBe(SAMPLE_STAFF)
  expect(people.every(({ name }) => name?.endsWith(' Sample'))).toBe(true)
  expect(people.every(({ id }) => id === 'me' || id.startsWith('sample-'))).toBe(true)
  expect(assessments.every(({ title }) => title.endsWith('(made up)'))).toBe(true)
})

it('is a likeness of the service: many roles, none of them of before the change', () => {
  const roles = new Set(people.map(({ role }) => role))
  expect(roles.size).toBeGreaterThan(12)
  const held = new Set(catalogue.after.posts.map(({ role }) => role))
  expect([...roles].filter((role) => !held.has(role!))).toEqual([])
})

it('rates as people in those roles might: mostly ready, seldom wholly', () => {
  const shares = people.map(({ id, role }) => {
    const current = assessments.findLast(({ person }) => person === id)!
    return readiness(roleOf.get(role!)!, current.ratings).share
  })
  expect(shares.every((share) => share > 0.45)).toBe(true)
  expect(shares.filter((share) => share < 1).length).toBeGreaterThan(SAMPLE_STAFF / 2)
})

it('gives the laptop’s owner a role, a target still to reach, and something to compare with', () => {
  const target = readiness(roleOf.get(me.target!)!, mineNow!.ratings)
  expect(target.share).toBeGreaterThan(0.3)
  expect(target.toGain).toBeGreaterThan(0)
  expect(mineBefore!.startedAt < mineNow!.startedAt).toBe(true)
  expect(Object.keys(mineBefore!.ratings).length).toBeGreaterThan(5)
})

it('is on the catalogue’s own scale, and rated before now', () => {
  const levels = assessments.flatMap(({ ratings }) => Object.values(ratings))
  expect(levels.every(({ level, at }) => level >= 0 && level <= 5 && at <= NOW.toISOString())).toBe(true)
})

it('is the same every time', () => {
  expect(made()).toEqual({ people, assessments })
})
