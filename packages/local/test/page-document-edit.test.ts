import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { connection } from "./conversing.ts"
import { beginDocument, document, hasFocus, idOf, line, lines, press, specification } from "./page-document.ts"

const editor = (page: Page) => page.getByRole("textbox", { name: /^Text of/ })

inBrowser("the page: the visitor's hand in the document", (stage) => {
  test("changes a line where it stands: Escape leaves it as it was, Enter saves it", async () => {
    const { context, page } = await stage.visit()
    await beginDocument(page)
    const rule = line(page, "at least 3 days before").first()
    const id = await idOf(rule)
    const same = page.locator(`#line-${id}`)
    const before = await same.locator(".line-text").textContent()
    await press(rule, "Change")
    await editor(page).fill("Nonsense")
    await page.keyboard.press("Escape")
    await expect.poll(() => same.locator(".line-text").textContent()).toBe(before)

    await press(same, "Change")
    await expect.poll(() => editor(page).inputValue()).toBe(before)
    await editor(page).fill("Cakes are ordered 4 days before.")
    await page.keyboard.press("Enter")
    await same.getByText("4 days before").waitFor()
    expect(await hasFocus(same)).toBe(true)
    const { items } = await specification(context, page)
    expect(items.find((item) => item.id === id)?.text).toContain("4 days before")
  })

  test("what is being written in a line survives a reload", async () => {
    const { page } = await stage.visit()
    await beginDocument(page)
    const id = await idOf(lines(page).first())
    await press(lines(page).first(), "Change")
    await editor(page).fill("Half a thou")
    await page.reload()
    await press(page.locator(`#line-${id}`), "Change")
    await expect.poll(() => editor(page).inputValue()).toBe("Half a thou")
  })

  test("drops a line, and brings it back", async () => {
    const { page } = await stage.visit()
    await beginDocument(page)
    const before = await document(page)
    const dropped = line(page, "No delivery").first()
    const id = await idOf(dropped)
    await press(dropped, "Drop")
    await page.getByText(`${id} was dropped.`).waitFor()
    await expect.poll(() => page.locator(`#line-${id}`).count()).toBe(0)
    const undo = page.getByRole("button", { name: "Undo" })
    expect(await hasFocus(undo)).toBe(true)
    await page.keyboard.press("Enter")
    await page.locator(`#line-${id}`).waitFor()
    expect(await document(page)).toEqual(before)
    await expect.poll(() => undo.count()).toBe(0)
  })

  test("a line that somebody else changes meanwhile keeps what is being written, and shows what it has become", async () => {
    const { context, page } = await stage.visit()
    await beginDocument(page)
    const other = (await stage.visit({ storageState: await context.storageState() })).page
    await other.goto(page.url())
    const id = await idOf(line(page, "No delivery").first())
    await press(page.locator(`#line-${id}`), "Change")
    await editor(page).fill("No delivery before 2028.")

    await press(other.locator(`#line-${id}`), "Change")
    await editor(other).fill("No delivery at all.")
    await editor(other).press("Enter")
    await page.getByRole("alert").getByText("changed meanwhile").waitFor()
    await page.getByRole("alert").getByText("No delivery at all.").waitFor()
    await expect.poll(() => editor(page).inputValue()).toBe("No delivery before 2028.")
    await editor(page).press("Enter")
    await Promise.all([page, other].map((either) => either.locator(`#line-${id}`).getByText("before 2028").waitFor()))
  })

  test("a change that the page has not heard of yet is not overwritten unseen", async () => {
    const { context, page } = await stage.visit({ forgives: /status of 409/ })
    const late = Promise.withResolvers<void>()
    let isLate = false
    await context.routeWebSocket(/\/ws$/, (socket) => {
      const server = socket.connectToServer()
      server.onMessage(async (frame) => {
        if (isLate) await late.promise
        socket.send(frame)
      })
    })
    await beginDocument(page)
    const other = (await stage.visit({ storageState: await context.storageState() })).page
    await other.goto(page.url())
    const id = await idOf(line(page, "No delivery").first())
    isLate = true
    await press(other.locator(`#line-${id}`), "Change")
    await editor(other).fill("No delivery at all.")
    await editor(other).press("Enter")
    await other.locator(`#line-${id}`).getByText("at all").waitFor()

    await press(page.locator(`#line-${id}`), "Change")
    await editor(page).fill("No delivery before 2028.")
    await editor(page).press("Enter")
    late.resolve()
    await page.getByRole("alert").getByText("changed meanwhile").waitFor()
    await expect.poll(() => editor(page).inputValue()).toBe("No delivery before 2028.")
    const { items } = await specification(context, page)
    expect(items.find((item) => item.id === id)?.text).toContain("at all")
  })

  test("a line that somebody else drops meanwhile stays as long as somebody writes in it", async () => {
    const { context, page } = await stage.visit()
    await beginDocument(page)
    const other = (await stage.visit({ storageState: await context.storageState() })).page
    await other.goto(page.url())
    const id = await idOf(line(page, "No delivery").first())
    await press(page.locator(`#line-${id}`), "Change")
    await editor(page).fill("No delivery before 2028.")
    await press(other.locator(`#line-${id}`), "Drop")
    await page.getByRole("alert").getByText("taken away meanwhile").waitFor()
    await expect.poll(() => editor(page).inputValue()).toBe("No delivery before 2028.")
    await editor(page).press("Escape")
    await page.locator(`#line-${id}`).waitFor({ state: "detached" })
  })

  test("without a network nothing is changed, nothing is lost, and the page says why", async () => {
    const { context, page } = await stage.visit({ forgives: /ERR_INTERNET_DISCONNECTED/ })
    await beginDocument(page)
    await press(lines(page).first(), "Change")
    await editor(page).fill("Half a thou")
    await context.setOffline(true)
    await editor(page).press("Enter")
    await page.getByRole("alert").getByText("You are offline").waitFor()
    await expect.poll(() => editor(page).inputValue()).toBe("Half a thou")
    await context.setOffline(false)
    await connection(page, "Saved").waitFor()
    await editor(page).press("Enter")
    await page.locator(".line-text", { hasText: "Half a thou" }).waitFor()
  })
})
