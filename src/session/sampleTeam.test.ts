import { expect, it } from 'vitest'
import * as v from 'valibot'
import { assembleCatalogue } from '../../build/catalogue'
import { AppraisalSchema, FileRecordSchema, MemberSchema } from '../contract/appraisal'
import { isConfirmedByBoth } from '../domain/appraisal/confirm'
import { differencesIn } from '../domain/appraisal/standing'
import { expiring } from '../domain/plan/certificate'
import { seededBytes } from '../domain/release/seeded'
import { sampleService } from '../domain/sampleService'
import { sampleTeam } from '../domain/sampleTeam'
import { teamPerson } from '../domain/team/person'

const catalogue = assembleCatalogue('catalogue')
const now = new Date('2026-11-23T09:00:00Z')
const service = sampleService(catalogue, { owner: 'me', now, bytes: seededBytes(24) })
const made = () =>
  sampleTeam(catalogue, service, { manager: 'boss', laptop: 'bosslaptop', now, bytes: seededBytes(24) })
const team = made()
const people = team.members.map((member) =>
  teamPerson(
    member,
    team.appraisals
      .filter(({ person }) => person === member.id)
      .reverse()
      .sort((a, b) => (a.season < b.season ? 1 : -1)),
    'boss',
    '2026-11-23',
  ),
)

it('is a team of 23 whose names, roles and units are those of the sample service', () => {
  expect(team.members).toHaveLength(23)
  expect(team.members.every(({ name, role, unit }) => name.endsWith(' Sample') && role && unit)).toBe(true)
})

it('is what the contract takes: nothing in it that a real file may not hold', () => {
  for (const member of team.members) expect(v.safeParse(MemberSchema, member).issues).toBeUndefined()
  for (const appraisal of team.appraisals)
    expect(v.safeParse(AppraisalSchema, appraisal).issues).toBeUndefined()
  for (const file of team.files)
    expect(v.safeParse(FileRecordSchema, { ...file, id: 'x' }).issues).toBeUndefined()
})

it('has about 20 people with levels, three who shared nothing, and some who are away', () => {
  expect(people.filter(({ cells }) => cells.size > 5)).toHaveLength(20)
  expect(people.filter(({ cells }) => cells.size === 0)).toHaveLength(3)
  expect(people.filter(({ away }) => away).length).toBeGreaterThanOrEqual(3)
})

it('has certificates, one of them run out and two about to', () => {
  const days = expiring(
    people.flatMap(({ certificates }) => certificates),
    '2026-11-23',
  ).map(({ days }) => days)
  expect(days).toEqual([-20, 41, 72])
})

it('says of many levels when they were last used and what the person wants of them', () => {
  const cells = people.flatMap(({ cells }) => [...cells.values()])
  for (const interest of ['grow', 'leave'] as const)
    expect(cells.filter((cell) => cell.interest === interest).length).toBeGreaterThan(20)
  expect(cells.filter(({ lastUsed }) => lastUsed && lastUsed < '2024-11').length).toBeGreaterThan(10)
})

it('stands at every stage, with nothing to choose between yet', () => {
  const now = team.appraisals.filter(({ season }) => season === '2026')
  expect(now.filter(({ writes }) => isConfirmedByBoth(writes))).toHaveLength(5)
  expect(team.appraisals.flatMap(({ writes }) => differencesIn(writes))).toEqual([])
})

it('is the same every time', () => {
  expect(made()).toEqual(team)
})
