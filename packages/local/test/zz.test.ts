import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { beginClosing, answers, said } from "./conversing.ts"
inBrowser("x", ({ visit }) => {
  test("y", async () => {
    const { page } = await visit()
    const t = Date.now()
    await beginClosing(page)
    console.log("begun", Date.now() - t)
    await answers(page).nth(3).waitFor()
    console.log("done", Date.now() - t, await answers(page).allInnerTexts(), await page.locator("[role=status]").innerText())
    expect(await said(page).count()).toBe(4)
  })
})
