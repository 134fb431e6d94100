import { describe, expect, it } from 'vitest'
import { town } from '../../../tests/support/town'
import { draftProblems } from '../../domain/draft/problems'
import { editThing } from '../../domain/draft/things'
import { withNew } from './adding'
import { editionProblem, nextEdition } from './nextEdition'
import { addressOf, DRAFT_PARTS, placeIn, placeOfThing, type DraftPart, type Place } from './places'
import { narrowed, sectionsOf } from './sections'

const parts = Object.keys(DRAFT_PARTS) as DraftPart[]
const queryOf = (place: Place) => (addressOf(place) as { query: Record<string, string> }).query

describe('the address of what is edited', () => {
  it('leads back to the same place, for everything a draft holds', () => {
    const places = parts.flatMap((part) =>
      sectionsOf(town(), part).flatMap(({ place, lines }) => [
        ...(place ? [place] : []),
        ...lines.map((line) => line.place),
      ]),
    )
    expect(places.length).toBeGreaterThan(20)
    for (const place of places) expect(placeIn(queryOf(place))).toEqual(place)
  })

  it('is the first part where it cannot be read', () => {
    expect(placeIn({})).toEqual({ part: 'skills' })
    expect(placeIn({ part: 'nothing', skill: 'x' })).toEqual({ part: 'skills' })
    expect(placeIn({ part: 'moves', from: 'town-gardener' })).toEqual({ part: 'moves' })
  })

  it('is known for each thing that a problem may be of', () => {
    expect(placeOfThing({ of: 'post', id: 'p', when: 'before' })?.part).toBe('before')
    expect(placeOfThing({ of: 'family', id: 'f' })?.part).toBe('roles')
    expect(placeOfThing({ of: 'framework', id: 'town' })).toBeUndefined()
  })
})

describe('the list of what can be edited', () => {
  it('leaves nothing out, though its group, family or unit is gone', () => {
    const broken = town()
    broken.frameworks[0]!.skills[0]!.groups = ['town-nowhere']
    broken.frameworks[0]!.roles[0]!.family = 'town-nowhere'
    broken.after.posts[0]!.unit = 'town-nowhere'
    const count = (part: DraftPart) => sectionsOf(broken, part).flatMap(({ lines }) => lines).length
    expect([count('skills'), count('roles'), count('after'), count('before'), count('moves')]).toEqual([
      4, 4, 3, 3, 2,
    ])
    expect(sectionsOf(broken, 'skills').at(-1)?.title).toBe('In no group')
  })

  it('shows a unit after the one it is inside, and survives units inside each other', () => {
    const turned = town()
    turned.after.units.reverse()
    expect(sectionsOf(turned, 'after').map(({ title }) => title)).toEqual(['Everything', 'Outdoors'])
    turned.after.units[1]!.parent = 'town-outdoors'
    expect(sectionsOf(turned, 'after')).toHaveLength(2)
  })

  it('is narrowed to what holds each word typed, and a heading that does keeps its lines', () => {
    const skills = sectionsOf(town(), 'skills')
    expect(narrowed(skills, 'DIG').map(({ lines }) => lines.map(({ label }) => label))).toEqual([['Digging']])
    expect(narrowed(skills, 'water')[0]?.lines).toHaveLength(2)
    expect(narrowed(skills, ' ')).toEqual(skills)
    expect(narrowed(skills, 'nothing')).toEqual([])
  })

  it('gives a thing without a name something to press', () => {
    const nameless = editThing(town(), { of: 'skill', id: 'town-digging' }, { name: ' ' })
    expect(sectionsOf(nameless, 'skills')[0]?.lines[0]?.label).toBe('(no name yet)')
  })
})

describe('adding', () => {
  const where = { skill: 'town-earth', role: 'town-parks', ladder: 'town-parks', post: 'town-outdoors' }
  it.each(['skill', 'group', 'family', 'ladder', 'post', 'unit'] as const)(
    'a %s leaves the draft as valid as it was, and can be edited',
    (of) => {
      const inside = where[of as keyof typeof where]
      const { catalogue, thing } = withNew(town(), { of, name: 'Brand new', inside, when: 'after' })
      expect(draftProblems(catalogue)).toEqual(draftProblems(town()))
      const part = placeOfThing(thing)!.part
      expect(JSON.stringify(sectionsOf(catalogue, part))).toContain('Brand new')
    },
  )

  it('a role or a strand says what is not valid yet', () => {
    const role = withNew(town(), { of: 'role', name: 'Mayor', inside: 'town-parks' })
    expect(draftProblems(role.catalogue).map(({ sentence }) => sentence)).toContain(
      'Role “Mayor” has no move in or out.',
    )
    const strand = withNew(town(), { of: 'strand', name: 'Light' })
    expect(draftProblems(strand.catalogue)[0]?.sentence).toBe('Strand “Light” needs no skill.')
  })

  it('refuses a name without a letter or digit, and a skill that belongs nowhere', () => {
    expect(() => withNew(town(), { of: 'skill', name: '…', inside: 'town-earth' })).toThrow(
      'no letter or digit',
    )
    expect(() => withNew(town(), { of: 'skill', name: 'Mowing' })).toThrow('Say where the skill belongs.')
  })
})

describe('the name of an edition', () => {
  it('follows the one before', () => {
    expect(nextEdition('2026.1')).toBe('2026.2')
    expect(nextEdition('9')).toBe('10')
    expect(nextEdition('v1-draft')).toBe('v2-draft')
    expect(nextEdition('Spring')).toBe('Spring-2')
  })

  it('is one that nothing was called before, framework versions included', () => {
    const earlier = { ...town(), edition: '2026.1' }
    earlier.frameworks[0]!.version = '2025.9'
    expect(editionProblem('2026.2', [earlier])).toBeUndefined()
    expect(editionProblem('2026.1', [earlier])).toContain('already')
    expect(editionProblem('2025.9', [earlier])).toContain('already')
    expect(editionProblem('Autumn 2026', [earlier])).toContain('without spaces')
    expect(editionProblem('', [earlier])).toContain('without spaces')
  })
})
