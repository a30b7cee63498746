import type { Page } from "playwright-core"
import { begin } from "./conversing.ts"

/** What no reader could sort: nobody says what should be, must be, or is missing. */
export const ODD = [
  "Purple evenings hum along the hedge.",
  "Cinnamon mornings drift by.",
  "Velvet gates wobble at noon.",
  "Grandmother's clock purrs softly.",
]

export const unsortedLines = (page: Page) => page.locator(".line:has(.sort-choice)")
/** The words of the conversation that wait to be sorted. */
export const waiting = (page: Page) => page.locator("mark[data-as=unsorted]")
export const counted = (page: Page) => page.locator(".placed").first()
/** What may be done about all lines that were ticked. */
export const together = (page: Page) => page.locator(".sort-bar")
export const tick = (page: Page, id: string) => page.getByRole("checkbox", { name: `Choose ${id}`, exact: true })
/** What a line is, by one tap. */
export const sortAs = (page: Page, id: string, what: string) =>
  page.getByRole("group", { name: `What ${id} is`, exact: true }).getByRole("button", { name: what, exact: true })

/** A first visit up to the first lines that nobody could sort. */
export async function beginUnsorted(page: Page, text = ODD.join(" ")): Promise<void> {
  await begin(page, text)
  await unsortedLines(page)
    .nth(ODD.length - 1)
    .waitFor({ state: "attached" })
}
