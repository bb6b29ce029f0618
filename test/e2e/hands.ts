/** What people do with a page, and what they wait to read on it. */
import type { Page } from 'playwright-core'

/** For one click, on a machine that is busy. */
export const patience = 60_000
/** For one story. */
export const limit = { timeout: 300_000 }

export const file = (name: string) => ({
  name: `${name}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4\n${name}（演示）\n%%EOF`),
})

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first().click()
export const panel = (page: Page, title: string | RegExp) => page.getByRole('region', { name: title })
/** The state of a matter beside its title. */
export const standing = (page: Page, state: string) =>
  page.locator('.page-head').getByText(state, { exact: true }).first().waitFor()

const titled = (title: string) => new RegExp(`^${title}(（可选）)?$`)

type Answers = Record<string, string | number>
/** Writes into the open dialog, and hands it in. */
export async function hand(page: Page, save: string, answers: Answers = {}): Promise<void> {
  const dialog = page.getByRole('dialog')
  for (const [title, answer] of Object.entries(answers)) await dialog.getByLabel(titled(title)).fill(String(answer))
  await dialog.getByRole('button', { name: save, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** A button and the dialog it opens, which is handed in under the same word. */
export async function step(page: Page, name: string, answers: Answers = {}): Promise<void> {
  await press(page, name)
  await hand(page, name, answers)
}

export async function choose(page: Page, title: string, word: string): Promise<void> {
  await page.getByLabel(titled(title)).click()
  // The list that was opened last: one before it may still be closing.
  await page.locator('.ant-select-item-option').filter({ hasText: word }).last().click()
}

export async function attach(page: Page, title: string): Promise<void> {
  await page
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^${title}`) })
    .getByRole('button', { name: '上传', exact: true })
    .click()
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file(title))
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: `${title}.pdf`, exact: true }).waitFor()
}

/** The identifier at the end of the address the page comes to. */
export async function arrive(page: Page, place: string): Promise<string> {
  await page.waitForURL(new RegExp(`${place}/[0-9a-f-]{36}$`))
  return page.url().slice(-36)
}
