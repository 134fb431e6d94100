import { expect, test } from 'vitest'
import { americanSpellings } from './spelling'

test.each([
  ['Organizes the color of the help center', ['organizes', 'color', 'center']],
  ['Analyzes a canceled program of work', ['analyzes', 'canceled', 'program of']],
  ['Renews a license in order to practice', ['a license', 'to practice']],
  ['Standardization of behavior at a theater', ['standardization', 'behavior', 'theater']],
])('finds the American words of "%s"', (text, words) => {
  expect(americanSpellings(text)).toEqual(words)
})

test.each([
  'Organises the colour of the help centre',
  'Sizes a server, seizes the moment and wins a prize',
  'Writes the program that the change programme asked for',
  'Licenses the software, then files the licence',
  'Models, labels and cancels; modelling, labelled, cancelled',
])('lets "%s" stand', (text) => {
  expect(americanSpellings(text)).toEqual([])
})
