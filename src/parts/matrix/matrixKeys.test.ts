import { expect, it } from 'vitest'
import { matrixAction } from './matrixKeys'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
  matrixAction({ key, ctrlKey: false, metaKey: false, altKey: false, ...held })

it('rates with one digit, and tells none yet from not rated', () => {
  expect(press('3')).toEqual({ do: 'rate', level: 3 })
  expect(press('0')).toEqual({ do: 'rate', level: 0 })
  expect(press('Backspace')).toEqual({ do: 'clear' })
})

it('moves between skills with up and down and leaves left and right to the radio group', () => {
  expect(press('ArrowDown')).toEqual({ do: 'move', by: 1 })
  expect(press('ArrowUp')).toEqual({ do: 'move', by: -1 })
  expect(press('ArrowLeft')).toBeUndefined()
  expect(press('ArrowRight')).toBeUndefined()
})

it('gives not relevant, still right and what is said beside a level a key each', () => {
  expect(press('n')).toEqual({ do: 'not-relevant' })
  expect(press('Y')).toEqual({ do: 'confirm' })
  expect(press('e')).toEqual({ do: 'beside' })
  expect(press('n', { ctrlKey: true })).toBeUndefined()
})

it("leaves the browser's own shortcuts alone", () => {
  expect(press('1', { ctrlKey: true })).toBeUndefined()
  expect(press('/', { metaKey: true })).toBeUndefined()
  expect(press('Tab')).toBeUndefined()
})

it('undoes with z and with the usual shortcut', () => {
  expect(press('z')).toEqual({ do: 'undo' })
  expect(press('z', { ctrlKey: true })).toEqual({ do: 'undo' })
})
