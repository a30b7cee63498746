import type { Locator, Page } from "playwright-core"
import { beginDocument } from "./page-document.ts"
import { choose, dialog } from "./page-link.ts"

export const SEND = "Send it to us"
export const form = (page: Page) => dialog(page, "Check it, then send it")
export const confirmation = (page: Page) => dialog(page, "Sent")
export const field = (within: Page | Locator, name: string) => within.getByRole("textbox", { name })
export const consent = (page: Page) => form(page).getByRole("checkbox")
export const sendButton = (page: Page) => form(page).getByRole("button", { name: SEND })
/** In the header, once it was sent. */
export const sentButton = (page: Page) => page.getByRole("banner").getByRole("button", { name: "Sent", exact: true })

/** A first visit up to the form. */
export async function beginSubmission(page: Page): Promise<void> {
  await beginDocument(page)
  await choose(page, SEND)
  await form(page).waitFor()
}

export async function fillIn(page: Page, email: string): Promise<void> {
  await field(form(page), "Your name").fill("Ada Lovelace")
  await field(form(page), "Your e-mail address").fill(email)
  await consent(page).check()
}

/** As the confirmation shows it. */
export async function referenceOn(page: Page): Promise<string> {
  const shown = confirmation(page).getByText(/^SPEC-/)
  await shown.waitFor()
  return (await shown.textContent()) ?? ""
}

/** A first visit up to the confirmation, in the dialog. */
export async function submitOn(page: Page, email: string): Promise<string> {
  await beginSubmission(page)
  await fillIn(page, email)
  await sendButton(page).click()
  return await referenceOn(page)
}

/** Asks on the page for it. */
export async function look(page: Page, reference: string, email: string): Promise<void> {
  await field(page, "Reference").fill(reference)
  await field(page, "Your e-mail address").fill(email)
  await field(page, "Your e-mail address").press("Enter")
}
