import { expect, it } from 'vitest'
import { differenceWords } from './differenceWords'

const asks = (level: number | undefined, essential = true) => ({ skill: 's', level, essential })
const words = (
  a: ReturnType<typeof asks> | undefined,
  b: ReturnType<typeof asks> | undefined,
  more: number,
) => differenceWords({ skill: 's', a, b, more }, 'Developer', 'Test analyst')

it('says which role asks more, by how much, and for which alone it is essential', () => {
  expect(words(asks(2), asks(4), 2)).toBe('2 levels more for test analyst')
  expect(words(asks(3), asks(2, false), -1)).toBe('1 level more for developer; essential only for developer')
  expect(words(asks(3, false), asks(3), 0)).toBe('the same level; essential only for test analyst')
  expect(words(asks(3), undefined, -3)).toBeUndefined()
})
