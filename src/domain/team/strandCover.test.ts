import { expect, it } from 'vitest'
import { somebody, TODAY } from '../../../tests/support/madeUpTeam'
import { strandCovers } from './strandCover'

it('counts the places a team could take in a strand, none beyond its headcount, as a range', () => {
  const strand = {
    id: 'town-green',
    name: 'Green',
    purpose: 'A green town',
    needs: [
      { skill: 'town-a', headcount: 1 },
      { skill: 'town-b', headcount: 5 },
      { skill: 'town-gone', headcount: 5 },
    ],
  }
  const people = [somebody('Ash', { 'town-a': 3, 'town-b': 3 }), somebody('Bay', { 'town-a': 4 })]
  const atNeeded = (skill: string) => (skill === 'town-gone' ? undefined : { skill, level: 3 })
  expect(strandCovers([strand], people, atNeeded, TODAY)[0]).toMatchObject({
    places: 6,
    known: 2,
    upTo: 3,
    skills: [
      { headcount: 1, cover: { known: 2, upTo: 2 } },
      { headcount: 5, cover: { known: 1, upTo: 2 } },
    ],
  })
})
