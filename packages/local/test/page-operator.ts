import type { Page } from "playwright-core"
import { OPERATOR_TOKEN } from "./submitting.ts"

export const tokenField = (page: Page) => page.getByLabel("Operator token")
export const signInButton = (page: Page) => page.getByRole("button", { name: "Sign in" })

/** Opens the page, at a place of it, and signs in. */
export async function signIn(page: Page, { at = "", keep = false, token = OPERATOR_TOKEN } = {}): Promise<void> {
  await page.goto(`/operator${at}`)
  await tokenField(page).fill(token)
  if (keep) await page.getByRole("checkbox").check()
  await signInButton(page).click()
}

/** Signs in and waits for one submission. */
export async function openOne(page: Page, reference: string): Promise<void> {
  await signIn(page, { at: `#${reference}` })
  await contact(page).waitFor()
}

export const rows = (page: Page) => page.locator(".submission")
/** References, as the list has them. */
export const listed = (page: Page) => rows(page).locator(".ref").allTextContents()
export const contact = (page: Page) => page.getByRole("heading", { name: "Who submitted it" })
/** The mark beside the title. */
export const status = (page: Page) => page.locator(".one-facts .status")
export const message = (page: Page) => page.getByRole("textbox", { name: "Message to them" })
export const question = (page: Page) => page.getByRole("textbox", { name: "Your question" })
export const mark = (page: Page, name: string) => page.getByRole("button", { name, exact: true })

type Counts = { sessions: number; submissions: number }

/** A report of so many days, `of` saying what happened on each; the rest follows from it. */
export function reportOf(url: string, of: (index: number) => Counts, questions: readonly string[]) {
  const { searchParams } = new URL(url)
  const from = searchParams.get("from") ?? ""
  const to = searchParams.get("to") ?? ""
  const count = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  const days = Array.from({ length: count }, (_, index) => {
    const { sessions, submissions } = of(index)
    return {
      day: new Date(Date.parse(from) + index * 86_400_000).toISOString().slice(0, 10),
      sessions,
      messages: sessions * 6,
      replies: sessions * 6,
      failures: 0,
      submissions,
      exports: submissions,
      submittedSeconds: submissions * 1_200,
      inputTokens: sessions * 1_000,
      outputTokens: sessions * 100,
      costUsd: sessions * 0.25,
    }
  })
  const funnel = questions.map((name, index) => {
    const asked = 100 - index
    return { question: name, asked, answered: asked - 5, skipped: 2, left: 3 }
  })
  const fallbacks = [
    { because: "model.key_refused", replies: 1_204 },
    { because: "budget.stage", replies: 31 },
    { because: "model.of_tomorrow", replies: 1 },
  ]
  return { from, to, days, funnel, fallbacks }
}

/** In the place of the server, for numbers that no test could wait for. */
export async function standIn(page: Page, of: Parameters<typeof reportOf>[1], questions: readonly string[]) {
  await page.route("**/v1/operator/metrics?*", (route) =>
    route.fulfill({ json: reportOf(route.request().url(), of, questions) }),
  )
}
