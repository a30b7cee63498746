import type { Page } from "playwright-core"
import type { House } from "../src/house.ts"
import { found } from "./jar.ts"

/** What a browser says aloud when the API refuses something. */
export const REFUSED = /status of 4(00|01|04|09)/

export const dialog = (page: Page, name: string) => page.getByRole("dialog", { name })
export const address = (page: Page) => page.getByRole("textbox", { name: "Your e-mail address" })
export const code = (page: Page) => page.getByRole("textbox", { name: "Code from the mail" })
export const openButton = (page: Page) => page.getByRole("button", { name: "Open my conversation" })
export const idOf = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) ?? ""

/** Something in the menu behind the three dots. */
export async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "More", exact: true }).click()
  await page.locator("#menu").getByRole("button", { name }).click()
}

/** Sends what stands in the form of an address, and reads the mail. */
export async function mailed(house: House, page: Page, email: string) {
  const mail = house.mailbox.next(email)
  await address(page).fill(email)
  await address(page).press("Enter")
  return found(await mail)
}

/** Asks for a mail that saves the conversation. */
export async function askToSave(house: House, page: Page, email: string) {
  await page.getByRole("banner").getByRole("button", { name: "Save" }).click()
  return await mailed(house, page, email)
}

/** Follows a mail's link in the browser of this page, in a tab of its own, up to the conversation. */
export async function follow(page: Page, token: string): Promise<Page> {
  const tab = await page.context().newPage()
  await tab.goto(`/link#token=${token}`)
  await openButton(tab).click()
  await tab.waitForURL(/\/s\/ses_/)
  return tab
}

/** The conversation of this page, saved by the code from the mail. */
export async function save(house: House, page: Page, email: string): Promise<void> {
  const mail = await askToSave(house, page, email)
  await code(page).fill(mail.code)
  await code(page).press("Enter")
  await dialog(page, "Saved").waitFor()
  await page.keyboard.press("Escape")
}

/** Into what is saved to the address, in a browser that was never there. */
export async function openSaved(house: House, page: Page, email: string): Promise<void> {
  await page.goto("/link")
  const mail = await mailed(house, page, email)
  await code(page).fill(mail.code)
  await code(page).press("Enter")
  await page.waitForURL(/\/s\/ses_/)
}

/** Everything that a script of the page could read. */
export const readable = (page: Page) =>
  page.evaluate<string>(`(async () => JSON.stringify([
    document.cookie, { ...localStorage }, { ...sessionStorage }, history.state, document.title,
    await indexedDB.databases(), await caches.keys(), document.documentElement.outerHTML,
  ]))()`)

/** What the browser keeps of the conversation beside its cookies. */
export const traces = (page: Page, sessionId: string) =>
  page.evaluate<string[]>(`Object.entries(localStorage).map(String).filter((entry) => entry.includes("${sessionId}"))`)
