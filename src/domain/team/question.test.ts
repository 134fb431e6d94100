import { expect, it } from 'vitest'
import { readQuestion } from './question'

const scale = {
  levels: ['Aware', 'Assists', 'Works unaided', 'Leads', 'Sets direction'].map((label, at) => ({
    ordinal: at + 1,
    label,
  })),
}

it('reads a level, how recently used and the words of the skill out of a plain question', () => {
  expect(readQuestion('can lead a restore, used this year', scale)).toEqual({
    words: 'restore',
    level: 4,
    usedWithin: 12,
  })
  expect(readQuestion('Who leads recovery testing?', scale)).toEqual({ words: 'recovery testing', level: 4 })
  expect(readQuestion('firewall in the last two years', scale)).toEqual({ words: 'firewall', usedWithin: 24 })
})

it('looks up what it cannot read as it is', () => {
  expect(readQuestion('change control', scale)).toEqual({ words: 'change control' })
  expect(readQuestion('C++', undefined)).toEqual({ words: 'c++' })
  expect(readQuestion('', scale)).toEqual({ words: '' })
})

it('still looks up a word that is both a level and all that was typed', () => {
  expect(readQuestion('lead', scale)).toEqual({ words: 'lead', level: 4 })
})
