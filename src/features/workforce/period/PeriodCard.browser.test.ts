import { enableAutoUnmount, mount } from '@vue/test-utils'
import axe from 'axe-core'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { WaymarkDatabase } from '../../../database/database'
import { eraseDatabase } from '../../../database/open'
import { periodKeys, putPeriodKey } from '../../../database/periodKeys'
import { makeKey } from '../../../interchange/locked/lock'
import { laptopKey } from '../../../session/laptop'
import PeriodCard from './PeriodCard.vue'

let db: WaymarkDatabase
beforeEach(async () => {
  db = new WaymarkDatabase(`period ${crypto.randomUUID()}`)
  await db.open()
})
afterEach(() => eraseDatabase(db))
enableAutoUnmount(afterEach)

async function keep(period: string): Promise<string> {
  const { recipient, identity } = await makeKey()
  const madeAt = '2026-11-23T10:00:00.000Z'
  await putPeriodKey(db, { waymark: 'period-key', v: 1, period, recipient, identity, madeAt })
  return recipient
}

function open(recipient?: string) {
  return mount(PeriodCard, {
    attachTo: document.body,
    props: { period: { id: '2026-H2', closes: '2999-11-23', recipient } },
    global: { plugins: [createPinia()], provide: { [laptopKey as symbol]: { db, sample: false } } },
  })
}

it('needs no file where this browser has the key, and lets it go on request', async () => {
  const card = open(await keep('2026-H2'))
  await expect.poll(() => card.text()).toContain('closing it here needs no file')
  const { violations } = await axe.run(card.element, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id }) => id)).toEqual([])
  await card.get('.key button').trigger('click')
  await card.get('dialog[open] form').trigger('submit')
  await expect.poll(() => periodKeys(db)).toEqual([])
  await expect.poll(() => card.text()).toContain('Closing it takes a key file')
})

it('says what is still possible where the key is lost', async () => {
  const { recipient } = await makeKey()
  const card = open(recipient)
  await expect.poll(() => card.find('details').exists()).toBe(true)
  expect(card.get('details').text()).toContain('You can then cancel the period')
  expect(card.get('details').text()).toContain('they are deleted after 23 December 2999')
})

it('warns where the period runs with another key than the one made here', async () => {
  await keep('2026-H2')
  const { recipient } = await makeKey()
  const card = open(recipient)
  await expect.poll(() => card.text()).toContain('runs with another key than the one made in this browser')
})

it('asks for no key to a period that an earlier Waymark opened', async () => {
  await keep('2025-H2')
  const card = open()
  await expect.poll(() => card.text()).toContain('Close now')
  expect(card.text()).not.toContain('key')
})
