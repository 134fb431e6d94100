import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { secondEdition, type Done, type Edition } from '../../tests/support/secondEdition'
import type { Change } from '../domain/difference/change'
import { compareFrameworks } from '../domain/difference/compare'
import { describeChange } from '../domain/difference/describe'
import type { Framework } from '../domain/framework'
import { namesIn, type ThingKind } from '../domain/names'
import { applyRenames } from '../domain/renames/applyRenames'
import { proposeRenames } from '../domain/renames/proposeRenames'
import { importGdd } from './gdd'

const ours = fileURLToPath(new URL('../../tests/fixtures/gdd/', import.meta.url))
/** The publisher's own files, where somebody has put them beside this checkout. They are not part of it. */
const published = fileURLToPath(new URL('../../../shared/frameworks/ddat/', import.meta.url))

const read = (folder: string): Edition => ({
  roles: readFileSync(`${folder}roles.csv`, 'utf8'),
  skills: readFileSync(`${folder}skills.csv`, 'utf8'),
})
const digest = async (text: string) => createHash('sha256').update(text).digest('hex')
async function imported({ roles, skills }: Edition): Promise<Framework> {
  const files = [
    { name: 'roles.csv', bytes: new TextEncoder().encode(roles) },
    { name: 'skills.csv', bytes: new TextEncoder().encode(skills) },
  ]
  return (await importGdd(files, digest, () => undefined)).framework
}

async function editionsOf(folder: string) {
  const { edition, done } = secondEdition(read(folder))
  const [before, after] = [await imported(read(folder)), await imported(edition)]
  return { before, after, done, proposals: proposeRenames(before, after) }
}

const ofKind = <K extends Change['kind']>(changes: Change[], kind: K) =>
  changes.filter((change): change is Extract<Change, { kind: K }> => change.kind === kind)

/** The names of the things of one kind that came or went. */
const namesOf = (changes: Change[], kind: 'added' | 'removed', of: ThingKind) =>
  changes.flatMap((change) =>
    (change.kind === 'added' || change.kind === 'removed') && change.kind === kind && change.thing.of === of
      ? [change.name]
      : [],
  )

const folders = [
  { files: 'our small files', folder: ours },
  ...(existsSync(published) ? [{ files: 'the published files', folder: published }] : []),
]

describe.each(folders)('the next edition of $files', ({ folder }) => {
  it('is the same every time', () => {
    expect(secondEdition(read(folder))).toEqual(secondEdition(read(folder)))
  })

  it('has its renames proposed: every one that was made', async () => {
    const { proposals, done } = await editionsOf(folder)
    const named = (kind: string) =>
      proposals.filter((one) => one.kind === kind).map(({ fromName, toName }) => [fromName, toName])
    expect(named('skill').sort()).toEqual([...done.renamedSkills].sort())
    expect(named('ladder')).toEqual(expect.arrayContaining(done.renamedRoles))
  })

  it('reads, once the renames are confirmed, as what was done to it', async () => {
    const { before, after, proposals, done } = await editionsOf(folder)
    const changes = compareFrameworks(before, applyRenames(after, confirmed(proposals, done)))
    const skillNames = namesIn({ frameworks: [after] }, { frameworks: [before] })
    const renamed = ofKind(changes, 'renamed').filter(({ thing }) => thing.of === 'skill')
    expect(renamed.map(({ from, to }) => [from, to]).sort()).toEqual([...done.renamedSkills].sort())
    expect(ofKind(changes, 'required-level')).toHaveLength(done.raised.length)
    // A role that is gone may take along the only words for what a skill is, so summaries may change too.
    const levels = ofKind(changes, 'skill-reworded').flatMap((change) => change.levels)
    expect(levels).toEqual(done.reworded.map(() => 2))
    expect(namesOf(changes, 'added', 'skill')).toEqual(done.newSkills)
    expect(namesOf(changes, 'removed', 'skill')).toEqual([])
    expect(namesOf(changes, 'added', 'ladder')).toEqual(done.newRoles)
    for (const change of changes) expect(describeChange(change, skillNames)).not.toMatch(/undefined|gdd-/)
  })
})

/** What a person would confirm: they know what the publisher did. */
function confirmed(proposals: ReturnType<typeof proposeRenames>, done: Done) {
  const renamed = new Map([...done.renamedSkills, ...done.renamedRoles])
  return proposals.filter(({ kind, fromName, toName }) =>
    kind === 'role' ? fromName === toName : renamed.get(fromName) === toName,
  )
}
