import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { expectFine } from "./findings.ts"
import { REFUSED } from "./page-link.ts"
import { contact, mark, openOne, rows, signIn, signInButton, standIn, status, tokenField } from "./page-operator.ts"
import { change, OPERATOR_TOKEN, OPERATOR_TOKEN_HASH, submitted } from "./submitting.ts"

/** Both, once the figures are there. */
async function openTables(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "Where visitors leave" }).waitFor()
  for (const fold of await page.getByText("The same as a table").all()) await fold.click()
}

inBrowser(
  "the page: the operator's, for everybody",
  (stage) => {
    test("axe finds nothing at the sign-in, in the list, in one that is open, refused, asked, closed and erased", async () => {
      const { reference, jar, sessionId } = await submitted(stage.house, { more: { company: "Bakers", phone: "030" } })
      const { context, page } = await stage.visit({
        forgives: new RegExp(`${REFUSED.source}|ERR_INTERNET_DISCONNECTED`),
      })
      await page.goto("/operator")
      await tokenField(page).waitFor()
      await expectFine(page)
      await signInButton(page).click()
      await page.getByRole("alert").getByText("Paste the token first.").waitFor()
      await expectFine(page)
      await signIn(page, { token: "wrong" })
      await page.getByRole("alert").waitFor()
      await expectFine(page)
      await signIn(page, { keep: true })
      await rows(page).first().waitFor()
      await expectFine(page)
      await page.getByRole("link", { name: "Closed" }).click()
      await page.getByText(/^Nothing of /).waitFor()
      await expectFine(page)

      await change(stage.house, reference, { question: "And at Easter?" })
      await page.goto(`/operator#${reference}`)
      await contact(page).waitFor()
      await mark(page, "Ask").click()
      for (const fold of await page.locator("main details").all()) await fold.evaluate("(one) => { one.open = true }")
      await page.getByRole("checkbox", { name: "Show the words" }).check()
      await expectFine(page)
      await context.setOffline(true)
      await mark(page, "Mark as reviewed").click()
      await page.getByRole("alert").getByText("We cannot be reached").waitFor()
      await expectFine(page)
      await context.setOffline(false)
      await page.getByRole("radio", { name: "Closed" }).check()
      await mark(page, "Close it").click()
      await page.getByText("It is closed now.").waitFor()
      await expectFine(page)
      await jar.call("DELETE", `/v1/sessions/${sessionId}`)
      await page.reload()
      await page.getByText("Its submitter has deleted it.").waitFor()
      await expectFine(page)
    })

    test("axe finds nothing in the figures: many, few and none, with their tables open", async () => {
      const { page } = await stage.visit()
      const scale = { by: 5 }
      await standIn(page, (index) => ({ sessions: index * scale.by, submissions: scale.by }), ["purpose", "users"])
      await signIn(page, { at: "#figures/30" })
      await openTables(page)
      await page.getByRole("table", { name: "Where visitors leave" }).waitFor()
      await expectFine(page)
      for (const [by, days] of [
        [0.5, 7],
        [0, 90],
      ] as const) {
        scale.by = Math.ceil(by)
        await page.getByRole("link", { name: `${days} days` }).click()
        await page
          .getByText(by === 0 ? "Nothing happened" : "Too little to draw.")
          .first()
          .waitFor()
        await expectFine(page)
      }
    })

    test("from the token to what is quoted and to the figures by keyboard alone", async () => {
      const { reference } = await submitted(stage.house)
      const { page } = await stage.visit()
      const keys = page.keyboard
      const to = async (role: "button" | "textbox" | "link" | "radio", name: string) => {
        const wanted = page.locator(":focus").and(page.getByRole(role, { name }))
        for (let step = 0; step < 40 && (await wanted.count()) === 0; step++) await keys.press("Tab")
        expect(await wanted.count(), name).toBe(1)
      }
      await page.goto("/operator")
      await tokenField(page).waitFor()
      await to("textbox", "Operator token")
      await keys.type(OPERATOR_TOKEN)
      await keys.press("Enter")
      await rows(page).filter({ hasText: reference }).waitFor()
      await to("link", "Received")
      await keys.press("Enter")
      await rows(page).filter({ hasText: reference }).waitFor()
      const title = (await rows(page).first().getByRole("link").textContent()) ?? ""
      await to("link", title)
      await keys.press("Enter")
      await contact(page).waitFor()
      await to("radio", "Reviewed")
      await keys.press("ArrowDown")
      await to("textbox", "Message to them")
      await keys.type("From 12,000 euros.")
      await to("button", "Mark as quoted")
      await keys.press("Enter")
      await page.getByText("It is quoted now.").waitFor()
      expect(await status(page).textContent()).toBe("Quoted")
      await page.goBack()
      await page.getByRole("heading", { level: 1 }).and(page.locator(":focus")).waitFor()
      await keys.press("Shift+Tab")
      expect(await page.locator(":focus").textContent()).toBe("Figures")
      await keys.press("Enter")
      await page.getByText("Days are counted in UTC").waitFor()
      await to("link", "90 days")
    })

    test("nothing has to be scrolled sideways on a phone, but for a table in its frame", async () => {
      const { reference } = await submitted(stage.house, {
        more: { company: "W".repeat(150), budget: "9".repeat(100) },
      })
      const { page } = await stage.visit({ viewport: { width: 320, height: 700 } })
      await standIn(page, () => ({ sessions: 12_345, submissions: 1_234 }), ["purpose"])
      const isWide = (page: Page) => page.evaluate<boolean>("document.documentElement.scrollWidth > innerWidth")
      await openOne(page, reference)
      expect(await isWide(page)).toBe(false)
      await page.getByRole("link", { name: "Submissions" }).click()
      await rows(page).first().waitFor()
      expect(await isWide(page)).toBe(false)
      await page.getByRole("link", { name: "Figures" }).click()
      await openTables(page)
      await page.getByRole("table").first().waitFor()
      expect(await isWide(page)).toBe(false)
    })
  },
  { OPERATOR_TOKEN_HASH },
)
