import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { answered, connection, send } from "./conversing.ts"
import { beginDocument, document, hasFocus, idOf, line, lines, press } from "./page-document.ts"

const history = (page: Page) => page.getByRole("button", { name: /^History/ })
const versions = (page: Page) => page.getByRole("dialog", { name: "Changes" }).locator(".version")

inBrowser("the page: what has become of the document", (stage) => {
  test("lists every version with its words, shows what it changed, and takes it back", async () => {
    const { page } = await stage.visit()
    await beginDocument(page)
    const count = await lines(page).count()
    const rule = page.locator(`#line-${await idOf(line(page, "No delivery").first())}`)
    const before = await document(page)
    await press(rule, "Change")
    await page.getByRole("textbox", { name: /^Text of/ }).fill("No delivery at all.")
    await page.keyboard.press("Enter")
    await rule.getByText("at all").waitFor()

    await history(page).click()
    await expect.poll(() => versions(page).count()).toBe(2)
    const [latest, first] = [versions(page).first(), versions(page).last()]
    await expect.poll(() => latest.textContent()).toMatch(/Version 2~1.*By you/)
    await expect.poll(() => first.textContent()).toContain(`+${count}`)
    await expect.poll(() => first.textContent()).toContain("From “We run a bakery")
    await latest.getByRole("button").first().click()
    await expect.poll(() => latest.locator("del").first().textContent()).toContain("No delivery")
    await expect.poll(() => latest.locator("ins").first().textContent()).toContain("No delivery at all.")
    await expect.poll(() => latest.getByText("Changed", { exact: true }).count()).toBe(1)

    await latest.getByRole("button", { name: "Take this change back" }).click()
    await page.getByRole("dialog").getByText("Taken back.").waitFor()
    await expect.poll(() => versions(page).count()).toBe(3)
    await page.keyboard.press("Escape")
    await page.getByRole("dialog").waitFor({ state: "hidden" })
    expect(await document(page)).toEqual(before)
    expect(await hasFocus(history(page))).toBe(true)
  })

  test("offers no way back where a line has been changed again since", async () => {
    const { page } = await stage.visit()
    await beginDocument(page)
    const rule = page.locator(`#line-${await idOf(line(page, "No delivery").first())}`)
    await press(rule, "Lock")
    await rule.getByText("locked", { exact: true }).waitFor()
    await history(page).click()
    await versions(page).last().getByRole("button").first().click()
    await expect.poll(() => page.getByRole("button", { name: "Take this change back" }).count()).toBe(0)
  })

  test("says on coming back what has changed since the last visit, marks it, and shows it", async () => {
    const { context, page } = await stage.visit()
    await beginDocument(page)
    const first = await stage.visit({ storageState: await context.storageState() })
    await expect.poll(() => page.getByText("Since your last visit").count()).toBe(0)
    await send(page, "Only our own staff may cancel an order.")
    const before = await lines(page).count()
    await answered(page, 2)
    await expect.poll(() => lines(page).count()).toBeGreaterThan(before)
    const count = await lines(page).count()

    const back = first.page
    await back.goto(page.url())
    await connection(back, "Saved").waitFor()
    const bar = back.locator(".quiet-bar", { hasText: "Since your last visit" })
    await bar.waitFor()
    const added = Number(/(\d+) lines? added/.exec((await bar.textContent()) ?? "")?.[1])
    expect(added).toBeGreaterThan(0)
    await expect.poll(() => lines(back).count()).toBe(count)
    await expect.poll(() => back.locator(".is-new").count()).toBe(added)
    await bar.getByRole("button", { name: "Show" }).click()
    const dialog = back.getByRole("dialog", { name: "Since your last visit" })
    await expect.poll(() => dialog.getByText("Added", { exact: true }).count()).toBe(added)
    await dialog.getByRole("button", { name: "Close" }).click()
    await bar.getByRole("button", { name: "Close" }).click()
    await expect.poll(() => back.locator(".is-new").count()).toBe(0)

    await back.reload()
    await lines(back).first().waitFor()
    await connection(back, "Saved").waitFor()
    await expect.poll(() => bar.count()).toBe(0)
  })
})
