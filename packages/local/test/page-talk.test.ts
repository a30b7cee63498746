import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { begin, connection, said } from "./conversing.ts"
import { hasFocus, lines } from "./page-document.ts"
import { counted, ODD } from "./page-unsorted.ts"

const PASTED = `# A board for the workshop

We are **three** mechanics. <img src=x onerror=alert(1)>

## What it does
- Tickets are written <b>once</b>
  - with a photo
* Nobody calls

1. First this
2. Then that`

inBrowser("the page: what was said, and in which language", ({ visit }) => {
  test("shows pasted headings and lists as such, and the text to the letter, HTML and all", async () => {
    const { page } = await visit()
    await begin(page, PASTED)
    await said(page).getByRole("list").first().waitFor()
    expect(await said(page).textContent()).toBe(PASTED)
    const headings = said(page).getByRole("heading")
    expect(await headings.allInnerTexts()).toEqual([
      expect.stringContaining("A board"),
      expect.stringContaining("What it does"),
    ])
    expect(await said(page).getByRole("listitem").count()).toBe(5)
    expect(await said(page).locator("img, b").count()).toBe(0)
    expect(await said(page).locator("strong").allInnerTexts()).toEqual(["three"])
    const marks = await said(page).locator("[aria-hidden=true]").allTextContents()
    expect(marks).toEqual(["# ", "**", "**", "## ", "- ", "  - ", "* "])
    await page.reload()
    await lines(page).first().waitFor()
    expect(await said(page).textContent()).toBe(PASTED)
  })

  test("says how much of a message has its place, and of a short one nothing", async () => {
    const { page } = await visit()
    await begin(page, `Good morning.\n${ODD.join(" ")}`)
    await expect.poll(() => counted(page).locator("summary").textContent()).toMatch(/^(\d+) of \1 sentences placed$/)
    await counted(page).locator("summary").click()
    expect(await counted(page).getByRole("listitem").count()).toBe(3)
    await page.getByRole("textbox").fill("Skip")
    await page.keyboard.press("Enter")
    await said(page).nth(1).waitFor()
    await connection(page, "Saved").waitFor()
    expect(await page.locator(".placed").count()).toBe(1)
  })

  test("a conversation that was begun in German is German in an English browser, at once when it is opened again", async () => {
    const german = await visit({ locale: "de-DE" })
    await begin(german.page, "Wir haben eine Werkstatt und wollen Fahrräder reparieren.")
    await lines(german.page).first().waitFor({ state: "attached" })
    const { page } = await visit({ locale: "en-GB", storageState: await german.context.storageState() })
    const lang = () => page.evaluate<string>("document.documentElement.lang")
    await page.addInitScript({
      content: "addEventListener('DOMContentLoaded', () => { window.first = document.documentElement.lang })",
    })
    await page.goto(german.page.url())
    await lines(page).first().waitFor({ state: "attached" })
    await expect.poll(lang).toBe("de")
    await page.getByRole("button", { name: "Senden", exact: true }).waitFor()
    await page.getByRole("button", { name: /^Verlauf/ }).waitFor()
    await page.reload()
    expect(await page.evaluate<string>("window.first")).toBe("de")
    await page.goto("/")
    await page.getByRole("button", { name: "Send", exact: true }).waitFor()
    expect(await lang()).toBe("en")
  })

  test("its name is changed where it stands: Enter keeps the new one, Escape the old one", async () => {
    const { page } = await visit()
    await begin(page, "# **Cakes**, ordered online\n\nWe bake.")
    const title = page.getByRole("heading", { level: 1 })
    expect(await title.textContent()).toContain("Cakes, ordered online")
    const name = page.getByRole("banner").getByRole("textbox")
    await title.getByRole("button").click()
    await name.fill("Nonsense")
    await name.press("Escape")
    await title.getByText("Cakes, ordered online").waitFor()
    await expect.poll(() => hasFocus(title.getByRole("button"))).toBe(true)
    await page.keyboard.press("Enter")
    await name.fill("Bakery")
    await name.press("Enter")
    await title.getByText("Bakery", { exact: true }).waitFor()
    await expect.poll(() => page.title()).toBe("Bakery – Spec Wizard")
    await page.reload()
    await title.getByText("Bakery", { exact: true }).waitFor()
  })
})
