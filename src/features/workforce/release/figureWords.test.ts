import { expect, it } from 'vitest'
import { plusMinus, sharePlusMinus } from './figureWords'

it('gives a figure with its margin, or its range where the margin would reach under none', () => {
  expect(plusMinus({ people: 31, margin: 6 })).toBe('31 ± 6')
  expect(plusMinus({ people: 6, margin: 6 })).toBe('6 ± 6')
  expect(plusMinus({ people: 1, margin: 6 })).toBe('0 to 7')
  expect(plusMinus({ people: 0, margin: 6 })).toBe('0 to 6')
})

it('gives a share likewise', () => {
  expect(sharePlusMinus({ share: 0.24, margin: 0.05 })).toBe('24 % ± 5')
  expect(sharePlusMinus({ share: 0.02, margin: 0.05 })).toBe('0 to 7 %')
})
