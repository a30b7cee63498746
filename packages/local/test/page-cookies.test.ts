import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { answered, box } from "./conversing.ts"
import { newAddress } from "./keeper.ts"
import { mailed, openButton } from "./page-link.ts"

const SENTENCE = "This browser does not accept cookies from this page"

/** As a browser that blocks them behaves towards a page: what is set is gone. The switches of the browser's own tools cannot be turned back. */
const blockCookies = (page: Page) =>
  page.evaluate(`Object.defineProperty(document, "cookie", { configurable: true, get: () => "", set: () => {} }) && 0`)
const allowCookies = (page: Page) => page.evaluate(`delete document.cookie`)

inBrowser("where cookies are blocked", (stage) => {
  test("the first message says so, makes no conversation, stays, and goes once they are allowed", async () => {
    const { context, page } = await stage.visit()
    const made: string[] = []
    context.on("request", (request) => {
      if (request.method() === "POST") made.push(request.url())
    })
    await page.goto("/")
    await blockCookies(page)
    await box(page).fill("We hire out boats.")
    await page.getByRole("button", { name: "Send", exact: true }).click()
    await page.getByRole("alert").getByText(SENTENCE).waitFor()
    await page.getByText("We hire out boats.").waitFor()
    expect(made).toEqual([])

    await allowCookies(page)
    await page.getByRole("button", { name: "Try again" }).click()
    await answered(page, 1)
    expect(page.url()).toContain("/s/ses_")
  })

  test("a link is not used up for nothing", async () => {
    const { context, page } = await stage.visit()
    await page.goto("/")
    await box(page).fill("We hire out boats.")
    await page.keyboard.press("Enter")
    await answered(page, 1)
    await page.getByRole("banner").getByRole("button", { name: "Save" }).click()
    const { token } = await mailed(stage.house, page, newAddress())
    const tab = await context.newPage()
    await tab.goto(`/link#token=${token}`)
    await blockCookies(tab)
    await openButton(tab).click()
    await tab.getByRole("alert").getByText("This page needs cookies").waitFor()
    await allowCookies(tab)
    await openButton(tab).click()
    await tab.waitForURL(/\/s\/ses_/)
  })
})
