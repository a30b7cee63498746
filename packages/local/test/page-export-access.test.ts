import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { expectFine, findings } from "./findings.ts"
import { found } from "./jar.ts"
import { newAddress } from "./keeper.ts"
import { beginDocument } from "./page-document.ts"
import { button, bytesOf, FORGIVES, link, mailTo, openExport, sheet, told } from "./page-export.ts"
import { code } from "./page-link.ts"
import { confirmation, sentButton, submitOn } from "./page-submit.ts"
import { change, OPERATOR_TOKEN_HASH } from "./submitting.ts"

/** On narrow pages the document stands in a tab, and the notice with it. */
const noticeIsFine = async (page: Page) => {
  await page.locator(".export-notice").waitFor()
  expect(await findings(page)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 800 })
}

inBrowser(
  "the page: the document as a PDF, for everybody",
  (stage) => {
    test("axe finds nothing while it is asked for, made, waits for a code, arrives and fails", async () => {
      const { page } = await stage.visit({ forgives: FORGIVES })
      await beginDocument(page)
      await openExport(page)
      await expectFine(page)
      const started = page.waitForEvent("download")
      await button(page, "Download").click()
      await bytesOf(await started)
      await link(page).waitFor()
      await expectFine(page)

      await button(page, "Another PDF").click()
      await mailTo(page, "ada@")
      await sheet(page).getByRole("alert").waitFor()
      await expectFine(page)
      const email = newAddress()
      const mail = stage.house.mailbox.next(email)
      await mailTo(page, email)
      const { code: typed } = found(await mail)
      await code(page).waitFor()
      await expectFine(page)
      await page.keyboard.press("Escape")
      await noticeIsFine(page)
      await openExport(page)
      await code(page).fill(typed)
      await code(page).press("Enter")
      await told(page, "has arrived").waitFor()
      await expectFine(page)

      await button(page, "Another PDF").click()
      await mailTo(page, `bounce+${process.pid}@simulator.amazonses.com`)
      await told(page, "We could not deliver").waitFor()
      await expectFine(page)
      await page.reload()
      await noticeIsFine(page)
    })

    test("axe finds nothing in what the owner said, in the document and in the confirmation", async () => {
      const { page } = await stage.visit()
      const reference = await submitOn(page, newAddress())
      await change(stage.house, reference, { status: "quoted", message: "From 12,000 euros." })
      await confirmation(page).getByText("From 12,000 euros.").waitFor()
      await expectFine(page)
      await page.keyboard.press("Escape")
      await sentButton(page).waitFor()
      await page.locator(".hand-over").scrollIntoViewIfNeeded()
      expect(await findings(page)).toEqual([])
    })
  },
  { OPERATOR_TOKEN_HASH },
)
