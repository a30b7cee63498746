import type { Page } from "playwright-core"
import { choose, dialog } from "./page-link.ts"

export const keyDialog = (page: Page) => dialog(page, "Your own key")
export const keyField = (page: Page) => keyDialog(page).getByLabel("Key", { exact: true })
/** The line under the box. */
export const inUse = (page: Page, company = "Anthropic") =>
  page.getByRole("main").getByText(`Your own key is used (${company}).`)
/** In the polite region. */
export const heard = (page: Page, words: string) => page.getByRole("status").getByText(words, { exact: true })

/** As a person does, who presses Enter behind the key. */
export async function giveKey(page: Page, apiKey: string, { keep = false } = {}): Promise<void> {
  await choose(page, "Your own key")
  await keyField(page).fill(apiKey)
  if (keep) await keyDialog(page).getByRole("checkbox").check()
  await keyField(page).press("Enter")
  await inUse(page).waitFor()
}

/** Everywhere in the browser where the text stands, but for what sits in fields. */
export async function placesOf(page: Page, text: string): Promise<string[]> {
  const storages = await page.evaluate(() => ({
    localStorage: JSON.stringify({ ...localStorage }),
    sessionStorage: JSON.stringify({ ...sessionStorage }),
  }))
  const places = { ...storages, document: await page.content(), title: await page.title(), address: page.url() }
  const cookies = JSON.stringify(await page.context().cookies())
  return Object.entries({ ...places, cookies }).flatMap(([place, found]) => (found.includes(text) ? [place] : []))
}
