import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { readSheet } from 'read-excel-file/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { accessibilityFaults } from './support/accessibility.ts'
import { Endpoint } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'
import { checkedLevel, chooseRole, rateByKey } from './support/skills.ts'

let endpoint: Endpoint
let laptop: Laptop
let page: Page

beforeAll(async () => {
  endpoint = await Endpoint.start()
})
afterAll(() => endpoint.discard())
beforeEach(async () => {
  laptop = await Laptop.open()
  page = await laptop.visit(`${endpoint.url}skills`)
  await chooseRole(page, 'Solution architect')
})
afterEach(async () => {
  expect(laptop.complaints.all).toEqual([])
  await laptop.discard()
})

const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const panel = () => page.getByRole('complementary')
const saved = () => page.getByText(/^Saved on this laptop/).waitFor()

it('rates one skill at a time by keyboard alone, moving on by itself, and keeps the view in the address', async () => {
  await page.getByRole('radio', { name: 'One at a time' }).press('Space')
  await expect.poll(() => page.url()).toContain('view=focus')
  await page.getByRole('button', { name: 'Skip' }).waitFor()
  const heading = page.getByRole('heading', { level: 2 }).first()
  const first = await heading.textContent()
  await page.getByRole('radio', { name: 'None yet' }).focus()
  await press('3')
  await expect.poll(() => heading.textContent()).not.toBe(first)
  expect(await focused()).toBe('None yet')
  await press('n', 'ArrowUp', 'ArrowUp')
  await expect.poll(() => heading.textContent()).toBe(first)
  expect(await focused()).toBe('3 Works unaided')
  // An arrow tries the next level and stays; Enter moves on.
  await press('ArrowRight')
  expect(await heading.textContent()).toBe(first)
  expect(await focused()).toBe('4 Leads')
  await press('Enter')
  await page.getByText('You said this is not relevant to you.').waitFor()
  await press('z', 'z')
  await expect.poll(() => heading.textContent()).not.toBe(first)
  await saved()
  await page.reload()
  await page.getByText('1 of 14 rated').waitFor()
  expect(page.url()).toContain('view=focus')
})

it('rates one skill at a time by mouse', async () => {
  await page.getByRole('radio', { name: 'One at a time' }).check()
  const heading = page.getByRole('heading', { level: 2 }).first()
  const first = await heading.textContent()
  await page.getByRole('radio', { name: '2 Assists' }).click()
  await expect.poll(() => heading.textContent()).not.toBe(first)
  await page.getByRole('button', { name: 'Previous' }).click()
  expect(await page.getByRole('radio', { name: '2 Assists' }).isChecked()).toBe(true)
})

it('keeps what is said beside a level, by keyboard from the row and back, over a reload and an undo', async () => {
  await rateByKey(page, 'Solution design', '3')
  await press('e')
  await expect.poll(() => panel().locator(':focus').count()).toBe(1)
  await press('Space')
  await expect
    .poll(() => page.getByRole('row', { name: /Solution design/ }).textContent())
    .toContain('Not sure')
  await page.getByLabel('Last used').selectOption('Over two years ago')
  await panel().getByRole('button', { name: 'Add evidence' }).press('Enter')
  await page.keyboard.type('Planning portal')
  await press('Tab')
  await page.keyboard.type('javascript:alert(1)')
  await press('Enter')
  await page.getByText('A link starts with https:// or http://').waitFor()
  await page.getByLabel('Link, if there is one').fill('www.example.org/pack')
  await press('Enter')
  const link = panel().getByRole('link', { name: 'Planning portal' })
  await link.waitFor()
  expect(await link.getAttribute('href')).toBe('https://www.example.org/pack')
  await press('Escape')
  expect(await focused()).toBe('Solution design: 3 Works unaided')
  await page.reload()
  await page.getByRole('radio', { name: 'Solution design: 3 Works unaided' }).focus()
  await link.waitFor()
  expect(await page.getByLabel('Last used').inputValue()).toBe('over two years ago')
})

it('keeps where a pasted link leads', async () => {
  await rateByKey(page, 'Solution design', '3')
  await panel().getByRole('button', { name: 'Add evidence' }).click()
  await page.getByLabel('What shows this level').evaluate((box) => {
    const data = new DataTransfer()
    data.setData('text/html', '<p>See the <a href="https://example.org/design">design pack</a></p>')
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  expect(await page.getByLabel('What shows this level').inputValue()).toBe('See the design pack')
  expect(await page.getByLabel('Link, if there is one').inputValue()).toBe('https://example.org/design')
})

it('starts a new period from the last and says what changed', async () => {
  await rateByKey(page, 'Solution design', '3')
  await rateByKey(page, 'Requirements', '2')
  await page.getByRole('button', { name: 'More', exact: true }).last().click()
  await page.getByRole('button', { name: 'Start a new period' }).click()
  await page.getByLabel('What to call it').fill('Spring 2027')
  await press('Enter')
  await page.getByText('Spring 2027').first().waitFor()
  await expect.poll(() => checkedLevel(page, 'Solution design')).toBe('3')
  await rateByKey(page, 'Solution design', '4')
  await panel().getByText('Spring 2027: 4').waitFor()
  await page.getByRole('link', { name: 'What changed' }).click()
  await page.getByText('1 level differs').waitFor()
  const row = page.getByRole('row', { name: /Solution design/ })
  expect(await row.textContent()).toMatch(/3 Works unaided.*4 Leads/)
  expect(await accessibilityFaults(page)).toEqual([])
})

it('brings in a spreadsheet only once accepted, and one undo takes it back', async () => {
  await page.goto(`${endpoint.url}skills/import`)
  const text = 'Skill,Level,Notes\r\nSolution design,4,Portal\r\nRequirements,none yet,\r\nJuggling,2,\r\n'
  await page
    .getByLabel('A CSV file, or an Excel workbook')
    .setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByText('2 skills change').waitFor()
  await page.getByText('Juggling').last().waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByLabel('none yet means').selectOption('1 Aware')
  await page.getByRole('button', { name: 'Accept 2 changes' }).click()
  await expect.poll(() => checkedLevel(page, 'Solution design')).toBe('4')
  expect(await checkedLevel(page, 'Requirements')).toBe('1')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => checkedLevel(page, 'Solution design')).toBeUndefined()
  expect(await checkedLevel(page, 'Requirements')).toBeUndefined()
})

it('saves my skills as a table, a workbook and data, and brings its own workbook back unchanged', async () => {
  await rateByKey(page, 'Solution design', '3')
  await panel().getByRole('button', { name: 'Add evidence' }).click()
  await page.getByLabel('What shows this level').fill('=1+1 Café for £20')
  await page.getByLabel('Link, if there is one').press('Enter')
  await panel().getByText('=1+1 Café for £20').waitFor()
  await rateByKey(page, 'Requirements', 'n')
  await saved()
  const files: Record<string, Buffer> = {}
  for (const kind of ['XLSX', 'CSV', 'JSON']) {
    await page.getByRole('button', { name: 'More', exact: true }).last().click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: new RegExp(`\\(${kind}\\)`) }).click(),
    ])
    files[kind] = await readFile(await download.path())
  }
  expect(files.CSV?.toString()).toContain('Solution design,3,Works unaided')
  expect(JSON.parse(String(files.JSON))).toMatchObject({ v: 1, skills: [{ level: 3 }, { level: null }] })
  const [headings, design] = await readSheet(files.XLSX!)
  expect(headings).toEqual(expect.arrayContaining(['Skill', 'Level', 'Evidence']))
  expect(design).toEqual(
    expect.arrayContaining(['Solution design', 3, expect.stringMatching(/: =1\+1 Café for £20$/)]),
  )
  await page.goto(`${endpoint.url}skills/import`)
  await page
    .getByLabel('A CSV file, or an Excel workbook')
    .setInputFiles({ name: 'my-skills.xlsx', mimeType: '', buffer: files.XLSX! })
  await page.getByText('0 skills change · 1 stay as they are').waitFor()
})

it('goes anywhere by name with Ctrl K and comes back to where it was', async () => {
  await page.getByRole('radio', { name: 'Solution design: none yet', exact: true }).focus()
  await press('Control+k')
  await page.getByRole('combobox', { name: 'Go to a page, role or skill' }).waitFor()
  await press('Escape')
  expect(await focused()).toBe('Solution design: none yet')
  await press('Control+k')
  const box = page.getByRole('combobox', { name: 'Go to a page, role or skill' })
  await box.fill('enterprise arch')
  await expect(
    page.getByRole('listbox').getByRole('option', { selected: true }).textContent(),
  ).resolves.toContain('Enterprise architect')
  expect(await accessibilityFaults(page)).toEqual([])
  await press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Enterprise architect' }).waitFor()
})

it('reads as sentences: a row of the matrix, and one skill at a time', async () => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await rateByKey(page, 'Solution design', '3')
  await panel().getByRole('radio', { name: 'Not sure' }).press('Space')
  await page.getByLabel('Last used').selectOption('Over two years ago')
  const row = page.getByRole('row', { name: /Solution design/ })
  await expect.poll(() => row.textContent()).toContain('over two years ago')
  expect(await row.ariaSnapshot()).toMatchInlineSnapshot(`
    "- row "Solution design Not sure over two years ago":
      - rowheader "Solution design"
      - cell "Solution design":
        - radiogroup "Solution design":
          - 'radio "Solution design: none yet"'
          - 'radio "Solution design: 1 Aware"'
          - 'radio "Solution design: 2 Assists"'
          - 'radio "Solution design: 3 Works unaided" [checked]'
          - 'radio "Solution design: 4 Leads"'
          - 'radio "Solution design: 5 Sets direction"'
      - cell "Not sure"
      - cell "over two years ago""
  `)
  await page.getByRole('radio', { name: 'One at a time' }).check()
  const region = page.getByRole('region', { name: 'Solution design' })
  expect(await region.ariaSnapshot()).toMatchInlineSnapshot(`
    "- region "Solution design":
      - paragraph: 2 of 14 · Architecture
      - heading "Solution design" [level=2]
      - paragraph: Working out how the parts of a new or changed system will fit together so that it does the job, stays safe and can be looked after. The design is written down before money is spent on building it.
      - button "Previous"
      - button "Next"
      - button "Still right"
      - button "Not relevant to me"
      - radiogroup "Solution design":
        - radio "None yet"
        - text: "None yet An answer of its own: you looked, and have not begun."
        - radio "1 Aware"
        - text: "1 · Aware Finds the design document for a county system and names its main parts and who supplies them Labels servers, screens and links on a given diagram with help from its author For example: A design diagram annotated with the purpose of each part in plain words"
        - radio "2 Assists"
        - text: "2 · Assists Writes the section of a design that covers one part, such as printing from the planning portal Records each choice made in a design meeting with the reason and the options turned down Adapts an existing design when a second library wants the same self-service kiosks For example: A section of a design, reviewed and accepted after one round of comments"
        - radio "3 Works unaided" [checked]
        - text: "3 · Works unaided Designs a complete system for a service, including how it fails, recovers and is supported Works out expected numbers, such as school admissions on closing day, and sizes the design for them Finds where a supplier's standard product does not meet the need and designs around it Costs running and support for five years as well as the price of building For example: A finished design for one system, with numbers, failure cases and yearly running costs"
        - radio "4 Leads"
        - text: "4 · Leads Leads several designers on a large programme, such as replacing the finance and payroll systems Picks apart a colleague's draft by walking one real case through every part of it Rescues a design that failed under load by finding the weak link and choosing what to rebuild For example: Design review notes on three colleagues' drafts, each with faults found before building began"
        - radio "5 Sets direction"
        - text: "5 · Sets direction Fixes the design principles every county system must meet, such as where personal data may be held Approves or refuses designs that would tie the council to one supplier for ten years Names in public the design choice that failed, and rewrites the principle that allowed it For example: The county's published design principles, with a record of the designs approved and refused against them"
      - paragraph: A digit or a click rates and moves on; arrow keys try a level, Enter moves on."
  `)
  expect(await accessibilityFaults(page)).toEqual([])
})

it('prints a clean sheet of what is rated', async () => {
  await rateByKey(page, 'Solution design', '3')
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('row', { name: /Solution design/ }).textContent()).toContain('3 Works unaided')
  expect(await page.getByRole('radio').count()).toBe(0)
  expect(await page.getByRole('button').count()).toBe(0)
})
