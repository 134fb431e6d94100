import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults } from './support/accessibility.ts'
import { Endpoint, HR_TOKEN } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'
import { chooseRole, rateByKey, saved } from './support/skills.ts'

/** Every page of the app, and what it shows when it is up. */
const PAGES = [
  '',
  'skills',
  'skills?view=matrix',
  'skills?view=focus',
  'skills?show=due',
  'skills/changes',
  'skills/import',
  'pathway',
  'pathway?role=county-enterprise-architect',
  'pathway?view=map',
  'pathway?structure=before&view=list',
  'pathway/compare?roles=county-enterprise-architect,county-project-manager',
  'pathway/case?role=county-enterprise-architect',
  'plan',
  'team',
  'workforce',
  'workforce?by=strand',
  'workforce?by=structure',
  'workforce?by=training',
  'workforce?by=skill',
  'workforce?by=family',
  'workforce/progress?plan=county-recovery-testing',
  'workforce/report',
  'workforce/question?skill=county-recovery-testing&band=able',
  'catalogue',
  'catalogue/draft',
  'catalogue/draft/publish',
  'catalogue/compare-versions',
  'catalogue/skills/county-solution-design',
  'catalogue/roles/county-enterprise-architect',
  'sharing',
  'settings',
  'no-such-page',
]

/** Pages that need somebody to be there: seen in the sample county, whose team stands at every stage. */
const SAMPLE_PAGES = [
  'appraisals',
  'appraisals/by-skill',
  'appraisals/sample-5/rate',
  'appraisals/sample-2/rate',
  'appraisals/sample-2/meeting',
  'appraisals/sample-3/meeting',
  'appraisals/sample-3',
  'appraisals/me/meeting',
  'appraisals/me',
  'appraisals/pack',
  'appraisals/pack?for=sample-3',
  'appraisals/open',
  'appraisals/card',
  'appraisals/who',
  'team',
  'team?least=2&group=role',
  'team/cover',
  'team/find',
  'team/what-if',
  'team/structure',
]

let endpoint: Endpoint

beforeAll(async () => {
  endpoint = await Endpoint.start({ flags: ['--sample'] })
})
afterAll(() => endpoint.discard())

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  let laptop: Laptop

  beforeAll(async () => {
    laptop = await Laptop.open({ colorScheme })
    const page = await laptop.visit(`${endpoint.url}skills`)
    await chooseRole(page, 'Solution architect')
    await rateByKey(page, 'Solution design', '3')
    await rateByKey(page, 'Enterprise modelling', '0')
    await saved(page)
    await page.goto(`${endpoint.url}#hr=${HR_TOKEN}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
  })
  afterAll(async () => {
    expect(laptop.complaints.all).toEqual([])
    await laptop.discard()
  })

  it.each(PAGES)('axe finds nothing wrong on /%s, wide and narrow', async (path) => {
    await expectNoFaults(await laptop.visit(endpoint.url + path), path)
  })
})

describe.each(['light', 'dark'] as const)('in the sample county, in the %s theme', (colorScheme) => {
  let laptop: Laptop

  beforeAll(async () => {
    laptop = await Laptop.open({ colorScheme })
    const page = await laptop.visit(endpoint.url)
    await page.getByRole('button', { name: 'Look around with a sample county' }).click()
    await page.getByText('You are looking around a made-up county.').waitFor()
    await page.close()
  })
  afterAll(async () => {
    expect(laptop.complaints.all).toEqual([])
    await laptop.discard()
  })

  it.each(SAMPLE_PAGES)('axe finds nothing wrong on /%s, wide and narrow', async (path) => {
    await expectNoFaults(await laptop.visit(endpoint.url + path), path)
  })
})

/** Nothing that axe finds, and nothing to scroll sideways for, wide and narrow. */
async function expectNoFaults(page: Page, path: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `/${path} scrolls sideways at ${width} px`).toBe(0)
  }
  await page.close()
}
