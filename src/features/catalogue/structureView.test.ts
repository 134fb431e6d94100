import { expect, it } from 'vitest'
import { town } from '../../../tests/support/town'
import type { Post } from '../../domain/structure'
import { gradeRange, structureView } from './structureView'

const graded = (...grades: (string | undefined)[]): Post[] =>
  grades.map((grade, at) => ({ id: `p-${at}`, name: '', role: 'r', unit: 'u', headcount: 1, grade }))

it('says where an old post leads and where a new one is led to from', () => {
  const view = structureView({
    ...town(),
    successions: [
      { from: 'town-old-gardener', to: ['town-new-gardener', 'town-new-foreman'], why: 'Parks grow' },
    ],
  })
  const [from] = [...view.leadsTo.keys()]
  expect(from).toBe('town-old-gardener')
  expect(view.after.map(({ unit, headcount }) => [unit.name, headcount])).toEqual([['Outdoors', 9]])
})

it('says nothing of what leads where while a structure is in consultation', () => {
  const plain = town()
  const view = structureView({ ...plain, after: { ...plain.after, inConsultation: true } })
  expect([view.flows, [...view.leadsTo], [...view.comesFrom]]).toEqual([[], [], []])
})

it('gives grades as a range where they are numbered alike', () => {
  expect(gradeRange(graded('Band 11', 'Band 9', 'Band 13'))).toBe('Bands 9 to 13')
  expect(gradeRange(graded('Band 9', 'Band 9', undefined))).toBe('Band 9')
  expect(gradeRange(graded('Chief officer', 'Band 9'))).toBe('Chief officer, Band 9')
  expect(gradeRange([])).toBe('')
})
