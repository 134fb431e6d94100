import { expect, it } from 'vitest'
import { moveBetween } from './move'

it('is a move to another name, port or scheme, with data to be taken along', () => {
  for (const to of ['https://skills.example.gov.uk/', 'https://ict.example.gov.uk:8443/']) {
    expect(moveBetween('https://ict.example.gov.uk/', to)).toEqual({ to, sharesData: false })
  }
})

it('is a move to another path of the same name, whose data is there already', () => {
  expect(moveBetween('https://ict.example.gov.uk/waymark/', 'https://ict.example.gov.uk/skills/')).toEqual({
    to: 'https://ict.example.gov.uk/skills/',
    sharesData: true,
  })
})

it('is none where the new address is this one', () => {
  expect(moveBetween('https://ict.example.gov.uk/waymark/', 'https://ict.example.gov.uk/waymark/')).toBe(
    undefined,
  )
})
