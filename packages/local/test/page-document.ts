import type { BrowserContext, Locator, Page } from "playwright-core"
import { begin } from "./conversing.ts"

/** A brief of which the built-in interviewer makes some lines, one of them vague. */
export const RULES = `We run a bakery with two shops and want cake orders online.
- Customers choose the shop, the day and a pick-up time.
- We must not take more than 12 cakes a day.
- Cakes must be ordered at least 3 days before.
- No delivery in the first year.
- It should be fast and easy to use.`

export const lines = (page: Page) => page.locator(".line")
/** The line that says so; words of its own text. */
export const line = (page: Page, text: string) =>
  lines(page).filter({ has: page.locator(".line-text", { hasText: text }) })
export const idOf = async (line: Locator) => (await line.locator(".line-id").textContent()) ?? ""
/** What can be done with a line shows while it has the focus. */
export async function press(line: Locator, name: string): Promise<void> {
  await line.focus()
  await line.getByRole("button", { name, exact: true }).click()
}

export const hasFocus = async (element: Locator) => (await element.and(element.page().locator(":focus")).count()) === 1

/** The words of the conversation that are lit. */
export const litWords = (page: Page) => page.locator("mark[data-lit]").allInnerTexts()
/** The numbers of the lines that are lit. */
export const litLines = (page: Page) => page.locator(".line[data-lit] .line-id").allInnerTexts()

/** What the page tells in the region of the document. */
export const NEWS = "[role=status].news"

/** A first visit up to the first lines of the document. */
export async function beginDocument(page: Page, text = RULES): Promise<void> {
  await begin(page, text)
  await lines(page).first().waitFor({ state: "attached" })
}

/** The document as it is read: each line's head and its text. */
export const document = async (page: Page) => await page.locator(".line-head, .line-text").allTextContents()

type Stored = {
  version: number
  items: { id: string; text: string; state: string; locked: string; sources: { quote: string }[] }[]
}

/** As the API tells it to the same browser profile. */
export async function specification(context: BrowserContext, page: Page): Promise<Stored> {
  const sessionId = new URL(page.url()).pathname.split("/").at(-1)
  const answer = await context.request.get(`/v1/sessions/${sessionId}/specification`)
  return answer.json()
}
