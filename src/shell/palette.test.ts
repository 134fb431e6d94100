import { expect, it } from 'vitest'
import type { Framework } from '../domain/framework'
import { destinations, type Destination } from './palette'

const pages: Destination[] = [
  { kind: 'page', name: 'My skills', to: '/skills' },
  { kind: 'page', name: 'Settings', to: '/settings' },
]
const frameworks = [
  {
    roles: [{ id: 'county-skills-lead', name: 'Skills lead', purpose: '' }],
    skills: Array.from({ length: 20 }, (_, at) => ({
      id: `county-s${at}`,
      name: `Skilled work ${at}`,
      summary: '',
    })),
  },
] as unknown as Framework[]

it('finds pages, then roles, then skills by the beginnings of words, a few of each', () => {
  const found = destinations(pages, frameworks, 'skill')
  expect(found.slice(0, 2)).toEqual([
    { kind: 'page', name: 'My skills', to: '/skills' },
    { kind: 'role', name: 'Skills lead', to: '/catalogue/roles/county-skills-lead' },
  ])
  expect(found.slice(2).map(({ to }) => to)).toEqual(
    Array.from({ length: 8 }, (_, at) => `/catalogue/skills/county-s${at}`),
  )
})

it('lists the pages while nothing is typed', () => {
  expect(destinations(pages, frameworks, ' ')).toEqual(pages)
})
