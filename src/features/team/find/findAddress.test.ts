import { expect, it } from 'vitest'
import { readQuery, writeQuery } from './findAddress'

const QUERY = {
  skills: [
    { skill: 'town-restore', level: 4 },
    { skill: 'town-backup', level: 2 },
  ],
  usedWithin: 12,
  sure: true,
  atWork: false,
}

it('keeps who is looked for in the address', () => {
  expect(writeQuery(QUERY)).toEqual({
    skills: 'town-restore.4,town-backup.2',
    used: '12',
    sure: 'yes',
    away: 'yes',
  })
  expect(readQuery(writeQuery(QUERY) as Record<string, string>)).toEqual(QUERY)
  expect(writeQuery(readQuery({}))).toEqual({})
})

it('takes what is no such thing for not said', () => {
  const query = readQuery({
    skills: 'town-restore.0,Town.3,town-backup.2,<b>,town-backup.3',
    used: '7',
    sure: ['yes'],
  })
  expect(query).toEqual({ skills: [{ skill: 'town-backup', level: 3 }], sure: false, atWork: true })
})
