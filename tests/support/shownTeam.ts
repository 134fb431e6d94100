import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, disposePinia, type Pinia } from 'pinia'
import type { Component } from 'vue'
import { page } from 'vitest/browser'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { appraisalsOf, sayIn } from '../../src/database/appraisals'
import { keepCatalogue } from '../../src/database/catalogues'
import { WaymarkDatabase } from '../../src/database/database'
import type { Catalogue } from '../../src/domain/catalogue'
import type { Member } from '../../src/domain/appraisal/appraisal'
import { confirmable } from '../../src/domain/appraisal/confirm'
import { SIDES } from '../../src/domain/appraisal/write'
import { laptopKey } from '../../src/session/laptop'
import { useLibrary } from '../../src/session/library'
import { town } from './town'

const AT = '2026-11-23T09:00:00.000Z'

/** A page of the Team place as its reader has it: on a real database with a made-up town, at an address. */
export interface ShownTeam {
  db: WaymarkDatabase
  router: Router
  wrapper: VueWrapper
  close(): Promise<void>
}

/** Somebody in the made-up team, and the levels agreed with them by skill. */
export type Made = Partial<Member> & { agreed?: Record<string, number> }

/** Both put their names to levels on the town's scale. */
async function agreeIn(db: WaymarkDatabase, person: string, agreed: Record<string, number>) {
  for (const [skill, level] of Object.entries(agreed))
    await sayIn(db, person, '2026', AT, { kind: 'agreed', key: skill, value: { level, on: 'town@1' } })
  await confirmIn(db, person, '2026')
}

/** Both confirm what stands agreed in an appraisal. */
export async function confirmIn(db: WaymarkDatabase, person: string, season: string) {
  const appraisal = (await appraisalsOf(db, person)).find((one) => one.season === season)
  const of = confirmable(appraisal?.writes ?? {})
  for (const side of SIDES)
    await sayIn(db, person, season, AT, { kind: 'confirmed', key: side, value: { name: side, of } })
}

export async function showTeam(
  component: Component,
  address: string,
  team: Record<string, Made>,
  catalogue: Catalogue = town(),
): Promise<ShownTeam> {
  const db = new WaymarkDatabase(`team-${crypto.randomUUID()}`)
  await keepCatalogue(db, { version: 'built-in', text: JSON.stringify(catalogue) })
  for (const [name, { agreed, ...said }] of Object.entries(team)) {
    const id = name.toLowerCase()
    await db.members.put({ id, name, addedAt: AT, ...said })
    await agreeIn(db, id, agreed ?? {})
  }
  await page.viewport(1280, 900)
  const pinia: Pinia = createPinia()
  const routes = [{ path: '/:rest(.*)*', component }]
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(address)
  const wrapper = mount(component, {
    attachTo: document.body,
    global: { plugins: [pinia, router], provide: { [laptopKey as symbol]: { db, sample: false } } },
  })
  await useLibrary(pinia).open()
  return {
    db,
    router,
    wrapper,
    async close() {
      wrapper.unmount()
      disposePinia(pinia)
      await db.delete({ disableAutoOpen: true })
    },
  }
}
