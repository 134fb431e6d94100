import { expect, it } from 'vitest'
import type { PeriodKey } from '../../contract/periodKey'
import { PeriodKeyFault, periodKeyText, readPeriodKey } from './periodKey'

const KEY: PeriodKey = {
  waymark: 'period-key',
  v: 1,
  period: '2026-H2',
  recipient: 'age1shuqg4e0gfkcgmafcr3pt86579yzvru7kwsmvn0k4wzlwccxdcyq3hjcu3',
  identity: 'AGE-SECRET-KEY-1A6VD2PXK8HTQ4WY2RTQVJ6J4QY4DQV04JY9FHPGH53F6PMAF66JSKYJH09',
  madeAt: '2026-11-23T10:00:00.000Z',
}
const OTHER = 'age1fkcjx7pu8pwl2aezudzpu2tt9thumg5lzudqvjcpksgql29pdvlskwpue9'

it('reads the key it wrote, for the period it was made for', () => {
  expect(readPeriodKey(periodKeyText(KEY), KEY)).toEqual(KEY)
})

it.each([
  ['nothing', '', /not the key file/],
  ['something else', '{"waymark":"card","v":1}', /not the key file/],
  ['one of a newer version', periodKeyText({ ...KEY, v: 2 as 1 }), /newer Waymark/],
  ['one cut off', periodKeyText(KEY).slice(0, 200), /not the key file/],
  [
    'one with a letter changed',
    periodKeyText({ ...KEY, identity: KEY.identity.replace('8HTQ', '8HTP') }),
    /damaged/,
  ],
  ['one without its key', periodKeyText({ ...KEY, identity: '' }), /damaged at identity/],
  ['another period’s', periodKeyText({ ...KEY, period: '2025-H2' }), /key of period 2025-H2, not of 2026-H2/],
  ['one made before the one in use', periodKeyText({ ...KEY, recipient: OTHER }), /opened with another/],
])('says in one sentence what is wrong with %s, and never repeats the key', (_, text, sentence) => {
  const read = () => readPeriodKey(text, KEY)
  expect(read).toThrow(PeriodKeyFault)
  expect(read).toThrow(sentence)
  expect(read).not.toThrow(/AGE-SECRET/)
})
