import type { Page } from 'playwright'

/** Says on My skills which role the person holds. */
export async function chooseRole(page: Page, role: string): Promise<void> {
  await page.getByLabel('Role I hold').selectOption({ label: role })
  await page.getByRole('table', { name: 'My skills' }).waitFor()
}

/** Rates as a person does: the focus in the skill's row, and one key. */
export async function rateByKey(page: Page, skill: string, key: string): Promise<void> {
  await page.getByRole('radio', { name: `${skill}: none yet`, exact: true }).focus()
  await page.keyboard.press(key)
}

/** Waits until the page says that everything rated is on the disk: before that, leaving the page may lose the last key. */
export async function saved(page: Page): Promise<void> {
  await page.getByText(/^Saved on this laptop/).waitFor()
}

/** The level now chosen for a skill, `0` for none yet; undefined when not rated. */
export async function checkedLevel(page: Page, skill: string): Promise<string | undefined> {
  const group = page.getByRole('radiogroup', { name: skill, exact: true })
  await group.waitFor()
  return group.evaluate((element) => element.querySelector<HTMLInputElement>('input:checked')?.value)
}
