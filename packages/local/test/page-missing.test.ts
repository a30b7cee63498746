import type { BrowserContext } from "playwright-core"
import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { answered, begin, box, send } from "./conversing.ts"
import { pdfButton, sheet } from "./page-export.ts"
import { choose } from "./page-link.ts"

const FORGIVES = /404|Failed to fetch|dynamically imported/
const SENTENCE = "A part of this page could not be loaded. What you wrote is kept."

/** As after a deployment that took the old files away: whatever the page asks for from now on is not there. */
const takeAway = (context: BrowserContext) => context.route("**/assets/**", (route) => route.fulfill({ status: 404 }))

inBrowser("files that are gone since the page was loaded", (stage) => {
  test("the document's place says so and has a way on, and nothing that was typed is lost", async () => {
    const { context, page } = await stage.visit({ forgives: FORGIVES })
    await page.goto("/")
    await takeAway(context)
    await send(page, "We hire out boats. The boatman logs each trip.")
    await answered(page, 1)
    await page.getByRole("alert").getByText(SENTENCE).waitFor()
    await box(page).fill("Half a thought")
    await context.unroute("**/assets/**")
    await page.getByRole("button", { name: "Try again" }).click()
    await page.locator(".beside").getByText("The boatman logs each trip.").waitFor()
    expect(await box(page).inputValue()).toBe("Half a thought")
  })

  test("a dialog says so and stays until it is closed or there", async () => {
    const { context, page } = await stage.visit({ forgives: FORGIVES })
    await page.goto("/")
    await takeAway(context)
    await send(page, "We hire out boats. The boatman logs each trip.")
    await answered(page, 1)
    await choose(page, "About your data")
    const dialog = page.getByRole("dialog", { name: SENTENCE })
    await dialog.getByRole("button", { name: "Close" }).click()
    await dialog.waitFor({ state: "hidden" })
    await choose(page, "About your data")
    await dialog.waitFor()
    await context.unroute("**/assets/**")
    await dialog.getByRole("button", { name: "Try again" }).click()
    await dialog.waitFor({ state: "hidden" })
    await begin(page)
    await choose(page, "About your data")
    await page.getByRole("dialog", { name: "About your data" }).waitFor()
  })

  test("the dialog for a PDF, which comes with the document, says so and has a way on", async () => {
    const { context, page } = await stage.visit({ forgives: FORGIVES })
    await page.goto("/")
    await context.route(/\/assets\/exports-/, (route) => route.fulfill({ status: 404 }))
    await send(page, "We hire out boats. The boatman logs each trip.")
    await answered(page, 1)
    await pdfButton(page).click()
    const dialog = page.getByRole("dialog", { name: SENTENCE })
    await dialog.waitFor()
    await context.unroute(/\/assets\/exports-/)
    await dialog.getByRole("button", { name: "Try again" }).click()
    await sheet(page).waitFor()
  })

  test.each([
    ["the page's own script", /\/assets\/index-.*js/],
    ["a part that it begins with", /\/assets\/document-.*js/],
  ])("where %s does not come, the page says so in its language and has a way on", async (_, gone) => {
    const { context, page } = await stage.visit({ forgives: FORGIVES, locale: "de-DE" })
    await context.route(gone, (route) => route.fulfill({ status: 404 }))
    await page.goto("/")
    await page.getByRole("alert").getByText("Bei uns ist etwas schiefgegangen.").waitFor()
    await context.unroute(gone)
    await page.getByRole("link", { name: "Seite neu laden" }).click()
    await page.getByRole("textbox").fill("Wir verleihen Boote.")
    await page.getByRole("button", { name: "Senden" }).click()
    await answered(page, 1)
    expect(await page.getByText("Bei uns ist etwas schiefgegangen.").isVisible()).toBe(false)
  })

  test.each([
    ["/link", "Open a saved conversation"],
    ["/status", "How your specification stands"],
    ["/operator", "For the operator"],
  ])("%s says so and has a way on", async (path, heading) => {
    const { context, page } = await stage.visit({ forgives: FORGIVES })
    await context.route(/\/assets\/(link|status|operator)-page-.*js/, (route) => route.fulfill({ status: 404 }))
    await page.goto(path)
    await page.getByRole("alert").getByText("Something went wrong on our side").waitFor()
    await context.unroute(/\/assets\/(link|status|operator)-page-.*js/)
    await page.getByRole("button", { name: "Load the page again" }).click()
    await page.getByRole("heading", { name: heading }).first().waitFor()
  })
})
