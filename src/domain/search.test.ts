import { expect, it } from 'vitest'
import fc from 'fast-check'
import { syntheticFramework } from '../../tests/support/syntheticFramework'
import { prepareSearch, search, wordsOf, type Findable } from './search'

const skill = (name: string, summary = '') => ({ name, summary })
const names = (things: { name: string }[]) => things.map(({ name }) => name)

const backup = skill('Storage and backup')
const recovery = skill('Recovery testing', 'Proving that a backup comes back')
const backupPlans = skill('Backup plans', 'What is kept, and for how long')

it('finds every word typed by its beginning, in any order and case', () => {
  expect(search([[recovery, backup]], 'RECOVERY prov')).toEqual([recovery])
  expect(search([[recovery, backup]], 'prov recovery')).toEqual([recovery])
  expect(search([[recovery, backup]], 'covery')).toEqual([])
  expect(search([[recovery, backup]], '  ')).toEqual([recovery, backup])
})

it('puts names that begin with what was typed first, whichever list they are in, then names that have it, then the rest', () => {
  expect(search([[recovery, backup], [backupPlans]], 'backup')).toEqual([backupPlans, backup, recovery])
})

it('looks past accents, apostrophes and punctuation, and keeps the names of languages whole', () => {
  const found = (typed: string) =>
    names(search([[skill('Café Wi-Fi'), skill('C++'), skill('A person’s needs')]], typed))
  expect(found('cafe wi-fi')).toEqual(['Café Wi-Fi'])
  expect(found("person's")).toEqual(['A person’s needs'])
  expect(found('c++')).toEqual(['C++'])
})

it('finds a role by its purpose as it finds a skill by its summary', () => {
  const role = { name: 'Architect', purpose: 'Keeps the models' }
  expect(search<Findable>([[role, recovery]], 'models')).toEqual([role])
})

it('finds the same whether the words were read beforehand, in part, or not', () => {
  const lists = [0, 1, 2].map(() => [recovery, backup, backupPlans])
  expect(prepareSearch(lists[0] ?? [], 2)).toBe(false)
  expect(prepareSearch(lists[1] ?? [])).toBe(true)
  const found = lists.map((list) => search([list], 'back'))
  expect(found).toEqual([0, 1, 2].map(() => [backupPlans, backup, recovery]))
})

it('finds among 13,900 skills exactly those that a plain reading of every word finds', () => {
  const { skills } = syntheticFramework()
  expect(new Set(skills.map(({ name }) => name)).size).toBe(13_900)
  const typed = fc.array(fc.constantFrom('b', 'bac', 'backup', 'sch', 'safely', 'to', 'x'), {
    minLength: 1,
    maxLength: 3,
  })
  const lines = skills.map(({ id, name, summary }) => ({
    id,
    line: ` ${wordsOf(`${name} ${summary}`).join(' ')}`,
  }))
  fc.assert(
    fc.property(typed, (words) => {
      const plain = lines
        .filter(({ line }) => words.every((word) => line.includes(` ${word}`)))
        .map(({ id }) => id)
      const found = search([skills], words.join(' ')).map(({ id }) => id)
      expect(found.toSorted().join()).toBe(plain.toSorted().join())
    }),
    { seed: 20_261, numRuns: 12 },
  )
})
