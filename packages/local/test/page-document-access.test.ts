import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { answered, said } from "./conversing.ts"
import { findings } from "./findings.ts"
import { beginDocument, hasFocus, idOf, lines, press, RULES } from "./page-document.ts"

/** On a narrow page too, the document is what is looked at. */
async function showDocument(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 800 })
  await page.getByRole("tab", { name: "Document" }).click()
  await page.setViewportSize({ width: 1280, height: 800 })
}

inBrowser("the page: the document, for everybody", ({ visit }) => {
  test("axe finds nothing in the document: at rest, unfolded, with a line in hand and its words lit", async () => {
    const { page } = await visit()
    await beginDocument(page)
    expect(await findings(page)).toEqual([])
    await page.setViewportSize({ width: 1280, height: 800 })
    await showDocument(page)
    for (const fold of await page.locator(".fold > summary").all()) await fold.click()
    await lines(page).first().focus()
    await expect.poll(() => page.locator("mark[data-lit]").count()).toBeGreaterThan(0)
    expect(await findings(page)).toEqual([])
  })

  test("axe finds nothing while a line is written in, after one was dropped, and in the history", async () => {
    const { page } = await visit()
    await beginDocument(page)
    await showDocument(page)
    await press(lines(page).last(), "Drop")
    await page.getByRole("button", { name: "Undo" }).waitFor()
    await press(lines(page).first(), "Change")
    expect(await findings(page)).toEqual([])
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.keyboard.press("Escape")
    await page.getByRole("button", { name: /^History/ }).click()
    for (const version of await page.locator(".version-head").all()) {
      await version.click()
      expect(await findings(page)).toEqual([])
    }
  })

  test("the reader's place does not move when the document grows", async () => {
    const { page } = await visit({ viewport: { width: 1280, height: 500 } })
    await beginDocument(
      page,
      `${RULES}\n${Array.from({ length: 9 }, (_, at) => `- Staff can see list ${at}.`).join("\n")}`,
    )
    const read = page.locator(`#line-${await idOf(lines(page).nth(7))}`)
    const place = async () => (await read.boundingBox())?.y ?? Number.NaN
    // To the top of the document's own scroller, and of no other.
    await page.evaluate(`(() => {
      const [line, scroller] = ["#" + "${await read.getAttribute("id")}", ".scroller.document"].map((one) => document.querySelector(one))
      scroller.scrollTop += line.getBoundingClientRect().y - scroller.getBoundingClientRect().y
    })()`)
    const before = await place()
    await page.getByRole("textbox").fill("Couriers can see the address.")
    await page.keyboard.press("Enter")
    await answered(page, 2)
    await page.locator(".is-new").first().waitFor({ state: "attached" })
    expect(Math.abs((await place()) - before)).toBeLessThan(1) // a fraction of a pixel is lost in scrolling
  })

  test("skip links lead from the conversation to the document and back, also where only one of them is shown", async () => {
    const { page } = await visit({ viewport: { width: 390, height: 800 } })
    await beginDocument(page)
    await page.getByRole("link", { name: "Skip to the document" }).focus()
    await page.keyboard.press("Enter")
    expect(await hasFocus(page.getByRole("heading", { name: "Specification" }))).toBe(true)
    await page.keyboard.press("Shift+Tab")
    expect(await hasFocus(page.getByRole("link", { name: "Skip to the box you write in" }).last())).toBe(true)
    await page.keyboard.press("Enter")
    expect(await hasFocus(page.getByRole("textbox"))).toBe(true)
  })

  for (const [locale, brief, level] of [
    [
      "de-DE",
      "Wir haben eine Bäckerei. Höchstens 12 Torten am Tag. Keine Lieferung.",
      "Noch nicht genug für eine Schätzung",
    ],
    ["es-ES", "Tenemos una panadería. Como máximo 12 tartas al día. Sin reparto.", "Aún no basta para una estimación"],
    [
      "fr-FR",
      "Nous avons une boulangerie. Au plus 12 gâteaux par jour. Pas de livraison.",
      "Pas encore assez pour une estimation",
    ],
  ] as const)
    test(`speaks the visitor's language, page and document alike: ${locale}`, async () => {
      const { page } = await visit({ locale })
      await beginDocument(page, brief)
      expect(await page.locator(".document").getAttribute("lang")).toBe(locale.slice(0, 2))
      await expect.poll(() => page.locator(".level").textContent()).toContain(level)
      await lines(page).first().focus()
      const buttons = await lines(page).first().getByRole("button").allTextContents()
      expect(buttons.join(" ")).not.toMatch(/Change|Drop|Lock|Where/)
      await expect.poll(() => said(page).textContent()).toBe(brief)
    })
})
