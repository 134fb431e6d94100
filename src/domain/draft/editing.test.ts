import { describe, expect, it } from 'vitest'
import { town } from '../../../tests/support/town'
import type { Catalogue } from '../catalogue'
import { compareCatalogues } from '../difference/compare'
import { editCatalogue, editFramework, editStructure, putFramework } from './details'
import { putMove, putSuccession, removeMove } from './pathway'
import { draftProblems } from './problems'
import { removeThing, withoutReferences } from './remove'
import { ask, stopAsking } from './roles'
import { wordLevel } from './skills'
import { setNeed } from './strands'
import { addThing, editThing, newId } from './things'

const base: Catalogue = town()
const changes = (after: Catalogue) => compareCatalogues(base, after)

describe('editing a draft', () => {
  it('does exactly what was asked, and leaves the rest the same objects', () => {
    const after = editThing(base, { of: 'skill', id: 'town-digging' }, { name: 'Spading', needed: 3 })
    expect(changes(after).map(({ kind }) => kind)).toEqual(['renamed', 'needed-level'])
    expect(after.before).toBe(base.before)
    expect(after.frameworks[0]!.roles).toBe(base.frameworks[0]!.roles)
    expect(after.frameworks[0]!.skills[1]).toBe(base.frameworks[0]!.skills[1])
    expect(base).toEqual(town())
  })

  it('takes a field away without leaving a hole that a schema would refuse', () => {
    const set = editThing(base, { of: 'post', id: 'town-new-gardener' }, { grade: 'Band 9' })
    const unset = editThing(set, { of: 'post', id: 'town-new-gardener' }, { grade: undefined })
    expect(unset.after.posts[0]).toStrictEqual(base.after.posts[0])
  })

  it('edits the old structure only when told so', () => {
    const unit = { of: 'unit', id: 'town-outdoors' } as const
    expect(changes(editThing(base, unit, { name: 'Out' }))).toMatchObject([{ thing: { when: 'after' } }])
    const before = editThing(base, { ...unit, when: 'before' }, { name: 'Out' })
    expect(changes(before)).toMatchObject([{ thing: { when: 'before' } }])
  })

  it('adds a thing to the framework that is named, under an id nobody has', () => {
    const id = newId(base, 'skill', 'town', 'Digging')
    expect(id).toBe('town-digging-2')
    const skill = { id, name: 'Digging', summary: '', groups: ['town-earth'], descriptors: [] }
    expect(changes(addThing(base, { of: 'skill', framework: 'town' }, skill))).toMatchObject([
      { kind: 'added', thing: { id } },
    ])
    expect(addThing(base, { of: 'skill', framework: 'sea' }, skill)).toBe(base)
    expect(() => newId(base, 'skill', 'town', '?!')).toThrow('no letter or digit')
    expect(newId(base, 'post', 'town', 'Head')).toBe('town-post-head')
  })

  it('words a level, and unwords it when nothing is left', () => {
    const worded = wordLevel(base, 'town-digging', {
      level: 2,
      statements: ['Digs', ' '],
      evidence: 'A hole',
    })
    expect(worded.frameworks[0]!.skills[0]!.descriptors[1]).toStrictEqual({
      level: 2,
      statements: ['Digs'],
      evidence: 'A hole',
    })
    const bare = wordLevel(base, 'town-digging', { level: 3, statements: [], evidence: '' })
    expect(bare.frameworks[0]!.skills[0]!.descriptors.map(({ level }) => level)).toEqual([1, 2])
  })

  it.each<[string, Catalogue]>([
    ['requirement-added', ask(base, 'town-gardener', { skill: 'town-bathing', essential: true })],
    ['required-level', ask(base, 'town-gardener', { skill: 'town-digging', level: 3, essential: true })],
    ['requirement-removed', stopAsking(base, 'town-gardener', 'town-digging')],
    ['strand-need', setNeed(base, 'town-green', 'town-bathing', 4)],
    ['strand-need', setNeed(base, 'town-green', 'town-digging', 0)],
    ['move-added', putMove(base, { from: 'town-foreman', to: 'town-gardener', kind: 'return' })],
    ['move-kind', putMove(base, { from: 'town-gardener', to: 'town-foreman', kind: 'sideways' })],
    ['move-removed', removeMove(base, 'town-gardener', 'town-foreman')],
    ['succession', putSuccession(base, { from: 'town-old-bathkeeper', to: ['town-new-gardener'] })],
    ['succession', putSuccession(base, { from: 'town-old-gardener', to: [] })],
    ['notice', editCatalogue(base, { notice: { text: 'New' } })],
    ['consultation', editStructure(base, 'after', { inConsultation: true })],
    ['renamed', editFramework(base, 'town', { title: 'Town and county' })],
    ['added', putFramework(base, { ...base.frameworks[0]!, key: 'sea' })],
  ])('makes one change: %s', (kind, after) => {
    expect(changes(after).map((change) => change.kind)).toEqual([kind])
  })
})

describe('removing', () => {
  it('says what refers to a thing, in words, and changes nothing', () => {
    expect(removeThing(base, { of: 'skill', id: 'town-digging' })).toMatchObject({
      removed: false,
      references: [
        { words: 'Role Gardener asks it', by: { of: 'role', id: 'town-gardener' } },
        { words: 'Role Foreman asks it' },
        { words: 'Role Bathkeeper asks it' },
        { words: 'Strand Green needs it' },
      ],
    })
    const words = (of: 'role' | 'unit' | 'group' | 'post', id: string) => {
      const removal = removeThing(base, { of, id })
      return removal.removed ? [] : removal.references.map((reference) => reference.words)
    }
    expect(words('role', 'town-foreman')).toEqual([
      'Post Foreman has it',
      'Post Foreman has it',
      'A move leads from Gardener to Foreman',
    ])
    expect(words('unit', 'town-all')).toEqual(['Unit Outdoors is inside it'])
    expect(words('group', 'town-water')).toEqual([
      'Skill Draining stands in it',
      'Skill Bathing stands in it',
    ])
    expect(words('post', 'town-new-gardener')).toEqual(['The old post Gardener leads to it'])
  })

  it('removes what nothing refers to', () => {
    const removal = removeThing(base, { of: 'skill', id: 'town-bathing' })
    expect(removal.removed && changes(removal.catalogue)).toMatchObject([
      { kind: 'removed', name: 'Bathing' },
    ])
  })

  it('lets go of requirements, needs, moves and successions when told to, and leaves a whole catalogue', () => {
    for (const thing of [
      { of: 'skill', id: 'town-digging' },
      { of: 'post', id: 'town-new-gardener' },
      { of: 'post', id: 'town-old-gardener', when: 'before' },
    ] as const) {
      const withNeed = setNeed(base, 'town-green', 'town-bathing', 1)
      const removal = removeThing(withoutReferences(withNeed, thing), thing)
      if (!removal.removed) throw new Error(removal.references.map(({ words }) => words).join())
      expect(draftProblems(removal.catalogue)).toEqual([])
    }
  })

  it('never takes a post along with its role', () => {
    const role = { of: 'role', id: 'town-foreman' } as const
    expect(removeThing(withoutReferences(base, role), role)).toMatchObject({
      references: [{ words: 'Post Foreman has it' }, { words: 'Post Foreman has it' }],
    })
  })
})

describe('what a draft is not yet', () => {
  const sentences = (draft: Catalogue) => draftProblems(draft, base).map(({ sentence }) => sentence)

  it('is nothing when it may be published', () => {
    expect(draftProblems(base)).toEqual([])
  })

  it('is said in names, also of what was removed', () => {
    const draft = structuredClone(base)
    draft.frameworks[0]!.skills = draft.frameworks[0]!.skills.slice(1)
    draft.frameworks[0]!.roles[0]!.requirements[1]!.level = 7
    draft.frameworks[0]!.scale.working = 9
    expect(sentences(draft)).toEqual([
      'Scale of “Town skills” has 9 as its working level, which is not on the scale.',
      'Role “Gardener” asks for “Digging”, which is no skill of this catalogue.',
      'Role “Gardener” asks for “Planting” at level 7, above the scale.',
      'Role “Foreman” asks for “Digging”, which is no skill of this catalogue.',
      'Role “Bathkeeper” asks for “Digging”, which is no skill of this catalogue.',
      'Strand “Green” names “Digging”, which is no skill of this catalogue.',
    ])
    expect(draftProblems(draft, base)[1]?.thing).toEqual({ of: 'role', id: 'town-gardener' })
  })

  it('names moves by their kind and the things without a name by their kind', () => {
    const draft = structuredClone(base)
    draft.moves.push({ from: 'town-gardener', to: 'town-gardener', kind: 'new-structure' })
    draft.after.units[1]!.name = ' '
    expect(sentences(draft)).toEqual([
      'A unit has no name.',
      'Move (into the new structure) “Gardener” to “Gardener” leads from a role to itself.',
    ])
  })
})
