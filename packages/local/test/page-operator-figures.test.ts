import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { ID } from "../../core/src/interviewer/question.ts"
import { inBrowser } from "./browser.ts"
import { REFUSED } from "./page-link.ts"
import { mark, openOne, signIn, standIn } from "./page-operator.ts"
import { OPERATOR_TOKEN_HASH, submitted } from "./submitting.ts"

inBrowser(
  "the page: the operator's figures and files",
  (stage) => {
    const plot = (page: Page, name: string) => page.getByRole("figure").filter({ has: heading(page, name) })
    const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true })
    const total = (page: Page, name: string) => plot(page, name).locator(".total")

    test("what happened is counted and drawn, from the server's own numbers", async () => {
      await submitted(stage.house)
      const { page } = await stage.visit()
      await signIn(page, { at: "#figures/7", keep: true })
      await page.getByRole("heading", { level: 1, name: "Figures" }).waitFor()
      await expect
        .poll(async () => {
          await page.reload()
          await page.getByText("Days are counted in UTC").waitFor()
          return await page.locator(".total").allTextContents()
        })
        .toEqual(["1", "1", "1 of 1", expect.stringMatching(/^\d+ s$/), "$0.00", "$0.00"])
      await page.getByRole("heading", { name: "Where visitors leave" }).waitFor()
      await page.locator(".steps").getByText("1 asked: 0 answered, 0 skipped, 1 left").first().waitFor()
    })

    test("a range of days is asked for as such, drawn day by day, and the same numbers stand in a table", async () => {
      const { page } = await stage.visit()
      await standIn(page, (index) => ({ sessions: 20 + index, submissions: index % 5 }), ["purpose"])
      await signIn(page, { at: "#figures/90" })
      for (const days of [90, 7, 30]) {
        await page.getByRole("link", { name: `${days} days` }).click()
        const begun = plot(page, "Conversations begun")
        await expect.poll(() => begun.locator(".bar").count()).toBe(days)
        const sum = 20 * days + (days * (days - 1)) / 2
        expect(await total(page, "Conversations begun").textContent()).toBe(sum.toLocaleString("en"))
        expect(await begun.getByRole("img").getAttribute("aria-label")).toContain(`The most is ${19 + days}, on `)
        expect(await total(page, "Completion").textContent()).toMatch(/^\d+%$/)
        expect(await total(page, "From beginning to submission").textContent()).toBe("20 min")
        const table = page.getByRole("table", { name: "Day by day" })
        if (!(await table.isVisible())) await page.getByText("The same as a table").first().click()
        const cells = table.getByRole("row").nth(1).getByRole("cell")
        expect((await cells.allTextContents()).slice(0, 2)).toEqual([`${19 + days}`, `${(19 + days) * 6}`])
        expect(await table.getByRole("row").count()).toBe(days + 1)
      }
      expect(page.url()).toMatch(/#figures\/30$/)
      await page.goBack()
      await expect.poll(() => plot(page, "Conversations begun").locator(".bar").count()).toBe(7)
    })

    test("of fewer than twenty no percentage is told, of none no average, and of nothing no drawing", async () => {
      const { page } = await stage.visit()
      const happened = [
        { sessions: 2, submissions: 1 },
        { sessions: 17, submissions: 0 },
      ]
      await standIn(page, (index) => happened[index] ?? { sessions: 0, submissions: 0 }, [])
      await signIn(page, { at: "#figures/7" })
      await expect.poll(() => total(page, "Completion").textContent()).toBe("1 of 19")
      await plot(page, "Completion").getByText("Too little to draw.").waitFor()
      expect(await page.textContent("main")).not.toContain("%")
      await page.getByText("No question was counted in these days.").waitFor()

      happened.splice(0, 2, { sessions: 1, submissions: 0 })
      await page.getByRole("link", { name: "30 days" }).click()
      await expect.poll(() => total(page, "Completion").textContent()).toBe("0 of 1")
      expect(await total(page, "From beginning to submission").textContent()).toBe("–")
      expect(await total(page, "Cost for each submission").textContent()).toBe("–")

      happened.splice(0)
      await page.getByRole("link", { name: "90 days" }).click()
      await page.getByText("Nothing happened in these days.").waitFor()
      expect(await page.getByRole("figure").count()).toBe(0)
    })

    test("every question has a name in plain words, and its numbers", async () => {
      const { page } = await stage.visit()
      const questions = [...ID.options, "a-later.question"]
      await standIn(page, () => ({ sessions: 100, submissions: 10 }), questions)
      await signIn(page, { at: "#figures" })
      await page.getByText("100 asked: 95 answered, 2 skipped, 3 left").waitFor()
      const names = await page.locator(".step-name").allTextContents()
      expect(names).toHaveLength(questions.length)
      expect(new Set(names).size).toBe(questions.length)
      expect(names.at(-1)).toBe("A later question")
      const bare = new Set<string>(questions)
      expect(names.slice(0, -1).filter((name) => bare.has(name.toLowerCase()))).toEqual([])
    })

    test("why the AI did not answer is told in plain words, and how often", async () => {
      const { page } = await stage.visit()
      await standIn(page, () => ({ sessions: 100, submissions: 10 }), [])
      await signIn(page, { at: "#figures" })
      await page.getByRole("heading", { name: "When the AI did not answer" }).waitFor()
      expect(await page.locator(".reasons dt").allTextContents()).toEqual([
        "The provider did not accept the key",
        "This site’s money for the day was used up",
        "model.of_tomorrow", // a reason of a later version
      ])
      expect(await page.locator(".reasons dd").allTextContents()).toEqual(["1,204", "31", "1"])
    })

    test("the PDF is downloaded with the token, and the page stays", async () => {
      const { reference } = await submitted(stage.house)
      const { page } = await stage.visit({ forgives: REFUSED })
      await openOne(page, reference)
      const get = mark(page, "Get the PDF")
      await expect
        .poll(async () => {
          const again = mark(page, "Look again")
          if (await again.isVisible()) await again.click()
          return await get.isVisible()
        })
        .toBe(true)
      const downloads = page.waitForEvent("download")
      await get.click()
      const file = await downloads
      expect(file.suggestedFilename()).toMatch(/\.pdf$/)
      const chunks: Buffer[] = []
      for await (const chunk of await file.createReadStream()) chunks.push(chunk)
      expect(Buffer.concat(chunks).subarray(0, 5).toString()).toBe("%PDF-")
      await page.getByText("The PDF is in your downloads.").waitFor()
      expect(page.url()).toContain(`#${reference}`)
    })
  },
  { OPERATOR_TOKEN_HASH },
)
