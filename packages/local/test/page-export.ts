import { readFile } from "node:fs/promises"
import type { Download, Page } from "playwright-core"
import { beginDocument } from "./page-document.ts"
import { address, dialog, idOf } from "./page-link.ts"

/** What a browser says aloud when a request does not get through, or is refused. */
export const FORGIVES = /status of 4(00|01|04|09|29)|ERR_FAILED|ERR_INTERNET_DISCONNECTED/

export const sheet = (page: Page) => dialog(page, "As a PDF")
export const pdfButton = (page: Page) => page.getByRole("button", { name: "PDF", exact: true })
export const button = (page: Page, name: string) => sheet(page).getByRole("button", { name, exact: true })
/** How far it is, in one sentence. */
export const told = (page: Page, text: string) => sheet(page).getByRole("status").getByText(text)
export const link = (page: Page) => sheet(page).getByRole("link", { name: "Download the PDF" })
export const bar = (page: Page) => sheet(page).getByRole("progressbar", { name: "How far your PDF is" })
/** Those that were asked for before, the newest first. */
export const rows = (page: Page) => sheet(page).getByRole("listitem")

export async function openExport(page: Page): Promise<void> {
  await pdfButton(page).click()
  await sheet(page).waitFor()
}

/** A first visit up to the dialog. */
export async function beginExport(page: Page, text?: string): Promise<void> {
  await beginDocument(page, text)
  await openExport(page)
}

export async function mailTo(page: Page, email: string): Promise<void> {
  await address(page).fill(email)
  await address(page).press("Enter")
}

export async function bytesOf(download: Download): Promise<Buffer> {
  return await readFile(await download.path())
}

export const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 5).toString() === "%PDF-"

export type Exported = { id: string; status: string; version: number; email?: string; sizeBytes?: number }

/** What the API tells the same browser, the newest first. */
export async function exportsOf(page: Page): Promise<Exported[]> {
  const answer = await page.request.get(`/v1/sessions/${idOf(page)}`)
  const { exports } = (await answer.json()) as { exports: Exported[] } // as the route answers
  return exports
}

/** The keys under which the page has asked so far. */
export function keysOf(page: Page): string[] {
  const keys: string[] = []
  page.on("request", (request) => {
    const key = request.headers()["idempotency-key"]
    if (key && request.url().endsWith("/exports")) keys.push(key)
  })
  return keys
}

/** Every value of the progress bar from now on, without repetition. */
export async function watchBar(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(`(() => {
    window.steps = []
    const look = () => {
      const bar = document.querySelector("dialog progress")
      if (bar && steps.at(-1) !== bar.value) steps.push(bar.value)
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true })
  })()`)
  return () => page.evaluate<number[]>("window.steps")
}
