import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { expectFine, findings } from "./findings.ts"
import { newAddress } from "./keeper.ts"
import { beginDocument } from "./page-document.ts"
import { choose, REFUSED } from "./page-link.ts"
import { confirmation, field, fillIn, form, look, referenceOn, SEND, sendButton, sentButton } from "./page-submit.ts"
import { change, OPERATOR_TOKEN_HASH } from "./submitting.ts"

inBrowser(
  "the page: handing the document over, for everybody",
  (stage) => {
    test("axe finds nothing while it is checked, refused, sent and shown again", async () => {
      const { context, page } = await stage.visit({ forgives: /ERR_INTERNET_DISCONNECTED/ })
      await beginDocument(page)
      await page.locator(".hand-over").scrollIntoViewIfNeeded()
      expect(await findings(page)).toEqual([])
      await page.setViewportSize({ width: 1280, height: 800 })
      await choose(page, SEND)
      await form(page).waitFor()
      await expectFine(page)
      await sendButton(page).click()
      await form(page).getByText("Tell us your name").waitFor()
      await expectFine(page)
      await fillIn(page, newAddress())
      await context.setOffline(true)
      await sendButton(page).click()
      await form(page).getByRole("alert").waitFor()
      await expectFine(page)
      await context.setOffline(false)
      await sendButton(page).click()
      await referenceOn(page)
      await confirmation(page).getByRole("button", { name: "Copy" }).click()
      await expectFine(page)
      await page.keyboard.press("Escape")
      await sentButton(page).waitFor()
      expect(await findings(page)).toEqual([])
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.getByRole("button", { name: "More", exact: true }).click()
      await expectFine(page)
    })

    test("axe finds nothing where one asks how it stands: asked, unknown, found, answered", async () => {
      const { page } = await stage.visit({ forgives: REFUSED })
      const email = newAddress()
      await beginDocument(page)
      await choose(page, SEND)
      await fillIn(page, email)
      await sendButton(page).click()
      const reference = await referenceOn(page)
      await page.goto("/status")
      await field(page, "Reference").waitFor()
      await expectFine(page)
      await look(page, reference, newAddress())
      await page.getByRole("alert").waitFor()
      await expectFine(page)
      await look(page, reference, email)
      await page.getByRole("heading", { name: reference }).waitFor()
      await expectFine(page)
      await change(stage.house, reference, { status: "quoted", message: "From 12,000 euros." })
      await look(page, reference, email)
      await page.getByText("From 12,000 euros.").waitFor()
      await expectFine(page)
    })
  },
  { OPERATOR_TOKEN_HASH },
)
