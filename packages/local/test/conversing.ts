import type { Page } from "playwright-core"

export const box = (page: Page) => page.getByRole("textbox")
export const stopButton = (page: Page) => page.getByRole("button", { name: "Stop" })
export const choices = (page: Page) => page.getByRole("group", { name: "Suggested answers" }).getByRole("button")

/** What the visitor said, and what the wizard has finished saying. */
export const said = (page: Page) => page.locator("article.visitor .said")
export const answers = (page: Page) => page.locator("article.wizard:not(.writing)")
/** The running reply, once it has text. */
export const writing = (page: Page) => page.locator("article.writing .prose")

export async function send(page: Page, text: string): Promise<void> {
  await box(page).fill(text)
  await box(page).press("Enter")
}

/** Sends and waits for the whole answer, which is the `nth` of the conversation. */
export async function converse(page: Page, text: string, nth: number): Promise<void> {
  await send(page, text)
  await answers(page).nth(nth - 1).waitFor()
}

export const BRIEF = "We run a bakery with two shops and want orders online, at most 150 on Saturdays."

/** What comes before the longest thing the wizard says, its closing: some hundred words, for two seconds and more. */
const BEFORE_CLOSING = [
  BRIEF,
  "Customers order bread and cakes, choose the shop, the day and a pick-up time; our two bakers get a printed list every morning at 4:30.",
  "Bread must be ordered before 6 pm the day before, cakes at least 3 days before. We must not take more than 12 cakes a day. No delivery.",
]
export const FINISH = "that's all"

/** A conversation up to its closing, which is asked for and begins. */
export async function beginClosing(page: Page): Promise<void> {
  await page.goto("/")
  for (const [before, text] of BEFORE_CLOSING.entries()) await converse(page, text, before + 1)
  await send(page, FINISH)
  await writing(page).waitFor()
}
