import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { connection } from "./conversing.ts"
import { hasFocus, idOf, line, lines, litLines, litWords, NEWS, press, specification } from "./page-document.ts"
import { beginUnsorted, counted, ODD, sortAs, tick, together, unsortedLines, waiting } from "./page-unsorted.ts"
import { record } from "./recorder.ts"

const [first = "", second = ""] = ODD

inBrowser("the page: what is not sorted yet", (stage) => {
  test("stands last in the document, word for word, is marked where it was said, and counted", async () => {
    const { context, page } = await stage.visit()
    await beginUnsorted(page)
    const { items } = await specification(context, page)
    const kept = items.filter(({ id }) => id.startsWith("U-"))
    expect(kept.map(({ text }) => text)).toEqual(expect.arrayContaining(ODD))
    expect(await unsortedLines(page).locator(".line-text").allTextContents()).toEqual(kept.map(({ text }) => text))
    expect((await waiting(page).allTextContents()).sort()).toEqual(kept.map(({ text }) => text).sort())
    await expect.poll(() => counted(page).textContent()).toContain(`${kept.length} not sorted yet`)
    expect(await counted(page).locator("summary").textContent()).toMatch(/^(\d+) of \1 sentences placed$/)

    const [heading, glossary] = [page.getByRole("heading", { name: /Not sorted yet$/ }), page.locator("#part-glossary")]
    await heading.waitFor()
    if ((await glossary.count()) === 0)
      expect(await page.locator(".part-heading").last().textContent()).toContain("Not sorted yet")
    await counted(page).getByRole("button").click()
    expect(await hasFocus(unsortedLines(page).first())).toBe(true)
    expect(await litWords(page)).toEqual([await unsortedLines(page).first().locator(".line-text").textContent()])
  })

  test("one tap says what a line is: it moves at once, is agreed to, and its words lead to where it went", async () => {
    const { context, page } = await stage.visit()
    const heard = await record(page, NEWS)
    await beginUnsorted(page)
    const count = await unsortedLines(page).count()
    const odd = line(page, first)
    const id = await idOf(odd)
    const next = await idOf(unsortedLines(page).nth(1))
    await sortAs(page, id, "It should do this").click()
    await page.locator(`#line-${id}`).waitFor({ state: "detached" })
    expect(await hasFocus(page.locator(`#line-${next}`))).toBe(true)
    await odd.getByText("you confirmed").waitFor()
    const became = await idOf(odd)
    expect(became).toMatch(/^FR-/)
    await expect.poll(async () => (await heard()).at(-1)).toBe(`1 line sorted. ${count - 1} not sorted yet.`)
    expect(await waiting(page).count()).toBe(count - 1)

    await page.locator("mark", { hasText: first }).hover()
    expect(await litLines(page)).toEqual([became])
    const { items } = await specification(context, page)
    expect(items.find((item) => item.id === id)).toMatchObject({ state: "superseded" })
    expect(items.find((item) => item.id === became)).toMatchObject({ text: first, sources: [{ quote: first }] })
  })

  test("what is less likely is in a list, and said once more", async () => {
    const { page } = await stage.visit()
    await beginUnsorted(page)
    const odd = line(page, second)
    const list = odd.getByRole("combobox", { name: "Something else" })
    await list.selectOption("A rule")
    expect(await odd.locator(".line-id").textContent()).toMatch(/^U-/)
    await odd.getByRole("button", { name: "Sort it" }).click()
    await odd.getByText("you confirmed").waitFor()
    expect(await idOf(odd)).toMatch(/^RULE-/)
  })

  test("several at once are one change, and can be taken back together", async () => {
    const { context, page } = await stage.visit()
    await beginUnsorted(page)
    const before = await specification(context, page)
    const ids = await unsortedLines(page).locator(".line-id").allTextContents()
    const all = page.getByRole("checkbox", { name: `All ${ids.length}`, exact: true })
    await all.check()
    for (const id of ids) expect(await tick(page, id).isChecked()).toBe(true)
    await tick(page, ids[0] ?? "").uncheck()
    await together(page)
      .getByText(`${ids.length - 1} chosen`, { exact: true })
      .first()
      .waitFor()
    await together(page).getByRole("button", { name: "This is how things are" }).click()
    await page
      .getByText(`${ids.length - 1} lines sorted.`, { exact: true })
      .first()
      .waitFor()
    await expect.poll(() => unsortedLines(page).count()).toBe(1)
    expect(await page.getByRole("heading", { name: /Background/ }).count()).toBe(1)
    expect((await specification(context, page)).version).toBe(before.version + 1)

    await page.getByRole("button", { name: "Undo" }).click()
    await expect.poll(() => unsortedLines(page).count()).toBe(ids.length)
    expect(await unsortedLines(page).locator(".line-id").allTextContents()).toEqual(ids)
    await expect.poll(() => waiting(page).count()).toBe(ids.length)
  })

  test("quick taps, one after the other, are all heard", async () => {
    const { page } = await stage.visit()
    await beginUnsorted(page)
    const ids = await unsortedLines(page).locator(".line-id").allTextContents()
    for (const id of ids) await sortAs(page, id, "Not wanted").click()
    await expect.poll(() => unsortedLines(page).count()).toBe(0)
    for (const odd of ODD) await line(page, odd).getByText("not included").waitFor()
    await page.reload()
    await lines(page).first().waitFor()
    expect(await page.getByRole("heading", { name: /Not sorted yet/ }).count()).toBe(0)
    expect(await page.locator(".line-text").allTextContents()).toEqual(expect.arrayContaining(ODD))
  })

  test("by keyboard alone: tick two, sort them, and go on with the next line", async () => {
    const { page } = await stage.visit()
    await beginUnsorted(page)
    const ids = await unsortedLines(page).locator(".line-id").allTextContents()
    const tabTo = async (element: ReturnType<typeof tick>) => {
      for (let step = 0; !(await hasFocus(element)) && step < 60; step++) await page.keyboard.press("Tab")
      expect(await hasFocus(element)).toBe(true)
    }
    await unsortedLines(page).first().focus()
    for (const id of ids.slice(0, 2)) {
      await tabTo(tick(page, id))
      await page.keyboard.press("Space")
    }
    await tabTo(unsortedLines(page).first().page().locator(".sort-bar button").first())
    await page.keyboard.press("Enter")
    await expect.poll(() => unsortedLines(page).count()).toBe(ids.length - 2)
    expect(await hasFocus(unsortedLines(page).first())).toBe(true)

    // In a list the arrows choose; from line to line they go elsewhere.
    const list = unsortedLines(page).first().getByRole("combobox")
    await tabTo(list)
    await page.keyboard.press("ArrowDown")
    await expect.poll(() => list.inputValue()).not.toBe("")
    expect(await hasFocus(list)).toBe(true)
    await tabTo(unsortedLines(page).first().getByRole("button", { name: "Sort it" }))
    await page.keyboard.press("Enter")
    await expect.poll(() => unsortedLines(page).count()).toBe(ids.length - 3)
  })

  test("a line that somebody else has sorted meanwhile is not sorted over, and the page says so", async () => {
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
    await beginUnsorted(page)
    const other = (await stage.visit({ storageState: await context.storageState() })).page
    await other.goto(page.url())
    const id = await idOf(line(page, first))
    isLate = true
    await sortAs(other, id, "This is how things are").click()
    await line(other, first).getByText("you confirmed").waitFor()

    await sortAs(page, id, "It should do this").click()
    late.resolve()
    await page.getByRole("alert").getByText("changed meanwhile").waitFor()
    for (const either of [page, other]) await expect.poll(() => idOf(line(either, first))).toMatch(/^CTX-/)
  })

  test("without a network a line comes back unsorted, and the page says why", async () => {
    const { context, page } = await stage.visit({ forgives: /ERR_INTERNET_DISCONNECTED/ })
    await beginUnsorted(page)
    const id = await idOf(line(page, first))
    await context.setOffline(true)
    await sortAs(page, id, "Not wanted").click()
    await page.getByRole("alert").getByText("You are offline").waitFor()
    await page.locator(`#line-${id}`).waitFor()
    await context.setOffline(false)
    await connection(page, "Saved").waitFor()
    await sortAs(page, id, "Not wanted").click()
    await line(page, first).getByText("you confirmed").waitFor()
  })

  test("can be dropped as any other line; its words stay in the message, and count as placed", async () => {
    const { page } = await stage.visit()
    await beginUnsorted(page)
    const count = await unsortedLines(page).count()
    await press(line(page, first), "Drop")
    await expect.poll(() => waiting(page).count()).toBe(count - 1)
    expect(await counted(page).locator("summary").textContent()).toMatch(/^(\d+) of \1 sentences placed$/)
  })

  test("on a phone a tap on the words leads to the line, and one more sorts it", async () => {
    const { page } = await stage.visit({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    await beginUnsorted(page)
    await waiting(page).filter({ hasText: first }).tap()
    const odd = line(page, first)
    expect(await hasFocus(odd)).toBe(true)
    await odd.getByRole("button", { name: "This is how things are" }).tap()
    await odd.getByText("you confirmed").waitFor()
    await page.getByRole("tab", { name: "Talk" }).tap()
    await expect.poll(() => waiting(page).filter({ hasText: first }).count()).toBe(0)
  })
})
