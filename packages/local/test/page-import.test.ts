import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { answered, connection, send } from "./conversing.ts"
import { beginDocument, document, line, lines, specification } from "./page-document.ts"

inBrowser("the page: a session that began with a file", (stage) => {
  test("shows the file's lines with their quotes, goes on, and leads to no message and no version that is not there", async () => {
    const author = await stage.visit()
    await beginDocument(author.page)
    const file = await specification(author.context, author.page)
    const [first, ...others] = file.items
    if (!first) throw new Error("there is a line")
    const items = [{ ...first, text: "In other words.", evidence: "inferred" }, ...others]

    const { context, page } = await stage.visit()
    const answer = await context.request.post("/v1/sessions/import", {
      headers: { origin: stage.house.url },
      data: { ...file, items, hash: null },
    })
    expect(answer.status()).toBe(201)
    await page.goto(`/s/${(await answer.json()).session.id}`)
    await connection(page, "Saved").waitFor()
    await expect.poll(() => lines(page).count()).toBe(await lines(author.page).count())
    const changed = line(page, "In other words.")
    await expect.poll(() => changed.locator(".fact").allTextContents()).toContain(`Said“${first.sources[0]?.quote}”`)
    await changed.focus()
    expect(await page.getByRole("button", { name: "Where this comes from" }).count()).toBe(0)
    expect(await page.locator(".is-new").count()).toBe(0)
    const before = await document(page)

    await page.getByRole("button", { name: /^History/ }).click()
    const version = page.getByRole("dialog", { name: "Changes" }).locator(".version")
    await expect.poll(() => version.textContent()).toMatch(/By an imported file/)
    await version.getByRole("button").first().click()
    await version.locator("ins").first().waitFor()
    expect(await page.getByRole("button", { name: "Take this change back" }).count()).toBe(0)
    await page.keyboard.press("Escape")

    await send(page, "Only our own staff may cancel an order.")
    await answered(page, 1)
    await line(page, "Only our own staff").waitFor()
    expect(await document(page)).toEqual(expect.arrayContaining(before))
  })
})
