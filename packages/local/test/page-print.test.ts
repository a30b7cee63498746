import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { answered, begin, send } from "./conversing.ts"

inBrowser("the page on paper", (stage) => {
  test.each(["document", "talk"])(
    "is the document whole and the conversation after it, whichever was looked at: %s",
    async (side) => {
      const { page } = await stage.visit()
      await page.setViewportSize({ width: 390, height: 700 })
      await begin(page)
      for (let number = 1; number <= 6; number++) {
        await send(
          page,
          `Members can book boat ${number} for at most ${number} hours. ${"They row a lot. ".repeat(40)}`,
        )
        await answered(page, number + 1)
      }
      await page
        .getByRole("tab")
        .nth(side === "talk" ? 0 : 1)
        .click()
      await page.emulateMedia({ media: "print" })
      const top = async (selector: string) => (await page.locator(selector).first().boundingBox())?.y ?? Number.NaN
      expect(await top(".beside .document")).toBeLessThan(await top(".transcript .entry"))
      await page.locator(".transcript").getByText("boat 6").waitFor()
      await page.locator(".beside").getByText("boat 6").first().waitFor()
      expect(await page.locator("textarea, [role=tab], .tools button").filter({ visible: true }).count()).toBe(0)

      const pdf = (await page.pdf({ format: "A4" })).toString("latin1")
      expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(2)
    },
  )
})
