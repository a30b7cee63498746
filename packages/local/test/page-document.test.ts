import { expect, test } from "vitest"
import { inBrowser, MOVING } from "./browser.ts"
import { answered, box, choices, connection, said, send } from "./conversing.ts"
import {
  beginDocument,
  hasFocus,
  idOf,
  line,
  lines,
  litLines,
  litWords,
  NEWS,
  RULES,
  specification,
} from "./page-document.ts"
import { record } from "./recorder.ts"

const CAKES = "We must not take more than 12 cakes a day."

inBrowser("the page: the document beside the conversation", ({ visit }) => {
  test("grows with each answer, and says so once", async () => {
    const { context, page } = await visit(MOVING)
    const heard = await record(page, NEWS)
    await beginDocument(page)
    const first = await lines(page).count()
    expect(first).toBeGreaterThan(4)
    expect(await heard()).toEqual([`In the document: ${first} lines added.`])
    expect(await page.getByRole("heading", { level: 3 }).allInnerTexts()).toContainEqual(
      expect.stringContaining("Rules"),
    )

    await send(page, "Only our own staff may cancel an order.")
    await answered(page, 2)
    await expect.poll(() => lines(page).count()).toBeGreaterThan(first)
    const news = await heard()
    expect(news).toHaveLength(2)
    expect(news[1]).toMatch(/^In the document: \d+ lines? added/)
    await expect.poll(() => page.locator(".is-new").count()).toBeGreaterThan(0)
    const { items } = await specification(context, page)
    const live = items.filter(({ state }) => state !== "retired" && state !== "superseded")
    expect((await page.locator(".line-id").allInnerTexts()).sort()).toEqual(live.map(({ id }) => id).sort())

    await page.reload()
    await lines(page).first().waitFor()
    await connection(page, "Saved").waitFor()
    expect(await heard()).toEqual([]) // what was there already is not news
    await expect.poll(() => page.locator(".is-new").count()).toBe(0)
  })

  test("a line lights up the very words it was made of, which stay the visitor's to the letter", async () => {
    const { context, page } = await visit()
    await beginDocument(page)
    const { items } = await specification(context, page)
    for (const { id, sources } of items.filter((item) => item.sources.length === 1)) {
      await page.locator(`#line-${id}`).hover()
      expect((await litWords(page)).join("")).toBe(sources[0]?.quote)
    }
    await expect.poll(() => said(page).textContent()).toBe(RULES)

    const rule = line(page, "12 cakes").first()
    await rule.hover()
    await page.mouse.move(1, 1)
    expect(await litWords(page)).toEqual([])
    await rule.focus()
    expect((await litWords(page)).join("")).toContain(CAKES)
  })

  test("quoted words light up the lines that were made of them", async () => {
    const { context, page } = await visit()
    await beginDocument(page)
    const { items } = await specification(context, page)
    const made = items.filter(({ sources }) => sources.some(({ quote }) => quote.includes(CAKES)))
    expect(made.length).toBeGreaterThan(0)
    const words = page.locator("mark", { hasText: CAKES })
    await words.hover()
    expect((await litLines(page)).sort()).toEqual(made.map(({ id }) => id).sort())
    await words.click()
    await expect.poll(() => page.locator(".line[data-lit]").first().isVisible()).toBe(true)
  })

  test("from line to words and back by keyboard alone", async () => {
    const { page } = await visit()
    await beginDocument(page)
    const focused = () => page.evaluate<string>("document.activeElement.id || document.activeElement.textContent")
    const rule = line(page, "12 cakes").first()
    const id = await idOf(rule)
    await lines(page).first().focus()
    for (let step = 0; (await focused()) !== `line-${id}` && step < 40; step++) await page.keyboard.press("ArrowDown")
    expect(await focused()).toBe(`line-${id}`)
    await page.keyboard.press("ArrowUp")
    expect(await focused()).not.toBe(`line-${id}`)
    await page.keyboard.press("ArrowDown")

    const whereFrom = rule.getByRole("button", { name: "Where this comes from" })
    for (let step = 0; !(await hasFocus(whereFrom)) && step < 10; step++) await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    expect(await focused()).toBe(CAKES)
    expect(await litLines(page)).toContain(id)

    await page.keyboard.press("ArrowRight")
    const next = await focused()
    expect(RULES).toContain(next)
    expect(next).not.toBe(CAKES)
    await page.keyboard.press("ArrowLeft")
    expect(await focused()).toBe(CAKES)
    await page.keyboard.press("Enter")
    expect(await focused()).toMatch(/^line-/)
    expect((await litWords(page)).join("")).toContain(CAKES)
  })

  test("what is missing goes into the box as a question, after what is written there already", async () => {
    const { page } = await visit()
    await beginDocument(page)
    await box(page).fill("Half a thou")
    const gap = page.getByRole("button", { name: "What about personal data?" })
    if (!(await gap.isVisible())) await page.locator(".more summary").click()
    await gap.click()
    await expect.poll(() => box(page).inputValue()).toBe("Half a thou\n\nWhat about personal data?")
    expect(await hasFocus(box(page))).toBe(true)
    await expect.poll(() => said(page).count()).toBe(1)
  })

  test("says about a vague word that nobody could tell", async () => {
    const { page } = await visit()
    await beginDocument(page)
    await page.locator(".line-note", { hasText: "“fast” – how would we tell?" }).first().waitFor()
  })

  test("on a phone it is a tab that counts what has changed, and lines lead back to the words", async () => {
    const { context, page } = await visit({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    await beginDocument(page)
    const [talk, document] = [page.getByRole("tab", { name: "Talk" }), page.getByRole("tab", { name: "Document" })]
    const { items } = await specification(context, page)
    await expect.poll(() => document.locator(".count").textContent()).toBe(String(items.length))
    await expect.poll(() => lines(page).first().isVisible()).toBe(false)
    await document.tap()
    expect(await document.getAttribute("aria-selected")).toBe("true")
    await expect.poll(() => document.locator(".count").count()).toBe(0)
    await expect.poll(() => box(page).isVisible()).toBe(false)

    const rule = line(page, "12 cakes").first()
    await rule.locator(".line-text").tap()
    await rule.getByRole("button", { name: "Where this comes from" }).tap()
    expect(await talk.getAttribute("aria-selected")).toBe("true")
    expect((await litWords(page)).join("")).toContain(CAKES)
    const focused = await page.evaluate<string>("document.activeElement.textContent")
    expect(focused).toBe(CAKES)

    await talk.focus()
    await page.keyboard.press("ArrowRight")
    expect(await document.getAttribute("aria-selected")).toBe("true")
    expect(await hasFocus(document)).toBe(true)
    await page.keyboard.press("Home")
    await expect.poll(() => box(page).isVisible()).toBe(true)
    await choices(page).first().tap()
    await answered(page, 2)
    await document.locator(".count").waitFor()

    await document.tap()
    await page.locator(".gap:not(.unsorted, .guesses)").first().tap()
    expect(await hasFocus(box(page))).toBe(true)
  })
})
