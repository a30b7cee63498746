import type { BrowserContext, Page } from "playwright-core"

export const box = (page: Page) => page.getByRole("textbox")
export const stopButton = (page: Page) => page.getByRole("button", { name: "Stop" })
export const continueButton = (page: Page) => page.getByRole("button", { name: "Continue" })
export const choices = (page: Page) => page.getByRole("group", { name: "Suggested answers" }).getByRole("button")
export const connection = (page: Page, word: string) => page.getByRole("banner").getByText(word, { exact: true })

/** What the visitor said, and what the wizard has finished saying. */
export const said = (page: Page) => page.locator("article.visitor .said")
export const answers = (page: Page) => page.locator("article.wizard:not(.writing)")
/** The running reply, once it has so many characters. */
export const writing = (page: Page, length = 1) =>
  page.locator("article.writing .prose").filter({ hasText: new RegExp(`.{${length}}`, "s") })

export const BRIEF = "We run a bakery with two shops and want orders online, at most 150 on Saturdays."
export const FINISH = "that's all"

/** Makes the closing the longest thing the wizard says: some hundred words, for two seconds and more. */
const PASTED = `${BRIEF}
- Customers choose the shop, the day and a pick-up time.
- Our two bakers get a printed list for each shop every morning at 4:30.
- Bread must be ordered before 6 pm the day before, cakes at least 3 days before.
- We must not take more than 12 cakes a day.
- Regulars pay in the shop, everybody else pays online by card.
- No delivery, and no customer accounts in the first year.
- Phone orders should drop from about 30 a day to under 5 within three months.`

export async function send(page: Page, text: string): Promise<void> {
  await box(page).fill(text)
  await box(page).press("Enter")
}

/** What stands below a message that has not arrived. */
export const note = (page: Page, text: string) => page.getByRole("log").getByText(text)

/** Until that many answers stand there. */
export const answered = (page: Page, count: number) =>
  answers(page)
    .nth(count - 1)
    .waitFor()

/** A first visit up to the first answer. */
export async function begin(page: Page, text = BRIEF): Promise<void> {
  await page.goto("/")
  await send(page, text)
  await answered(page, 1)
}

/** A first visit up to the second answer, the closing, in the middle of its text. */
export async function beginClosing(page: Page): Promise<void> {
  await begin(page, PASTED)
  await send(page, FINISH)
  await writing(page, 80).waitFor()
}

type Messages = { messages: { role: string; text: string }[] }

/** As the API tells it to the same browser profile. */
export async function stored(context: BrowserContext, page: Page): Promise<Messages["messages"]> {
  const sessionId = new URL(page.url()).pathname.split("/").at(-1)
  const answer = await context.request.get(`/v1/sessions/${sessionId}/messages`)
  const { messages }: Messages = await answer.json()
  return messages
}

/** The conversation as it stands on the page. */
export const shown = async (page: Page) =>
  (await page.locator("article .said, article:not(.writing) .prose").allInnerTexts()).map(words)

/** A text without what Markdown makes of its line breaks and list marks, for comparing what was said with what is shown. */
export const words = (text: string) =>
  text
    .replace(/\s+/g, " ")
    .replace(/(^| )(?:-|\d+\.) /g, "$1")
    .trim()
