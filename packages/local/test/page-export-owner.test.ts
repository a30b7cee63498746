import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { newAddress } from "./keeper.ts"
import { beginDocument, NEWS } from "./page-document.ts"
import { FORGIVES } from "./page-export.ts"
import {
  beginSubmission,
  confirmation,
  field,
  fillIn,
  form,
  look,
  referenceOn,
  sendButton,
  sentButton,
  submitOn,
} from "./page-submit.ts"
import { change, OPERATOR_TOKEN_HASH } from "./submitting.ts"

const OFFER = "There is an offer for it."

inBrowser(
  "the page: what becomes of what was handed over",
  (stage) => {
    test("what the owner does shows without a reload: in the open confirmation, in the document, and aloud", async () => {
      const { page } = await stage.visit()
      const reference = await submitOn(page, newAddress())
      const standing = confirmation(page).getByRole("status")
      await standing.getByText("It has arrived and waits to be looked at.").waitFor()
      expect((await change(stage.house, reference, { status: "reviewed" })).status).toBe(200)
      await standing.getByText("We have looked at it.").waitFor()
      expect(await confirmation(page).getByText("We read your specification and write").count()).toBe(0)

      await page.keyboard.press("Escape")
      const message = "From 12,000 euros.\n<b>By Easter</b>"
      expect((await change(stage.house, reference, { status: "quoted", message })).status).toBe(200)
      const document = page.locator(".hand-over")
      await document.getByText(OFFER).waitFor()
      expect(await document.locator("blockquote").textContent()).toBe(message)
      await page.locator(NEWS).getByText(OFFER).getByText("From 12,000 euros.").waitFor({ state: "attached" })

      await page.reload()
      await document.getByText(OFFER).waitFor()
      await sentButton(page).click()
      expect(await referenceOn(page)).toBe(reference)
      await standing.getByText(OFFER).waitFor()
      expect((await change(stage.house, reference, { status: "closed" })).status).toBe(200)
      await standing.getByText("It is closed.").waitFor()
    })

    test("a form that was corrected after its answer was lost is told that the earlier words stand", async () => {
      const { page } = await stage.visit({ forgives: FORGIVES })
      // The page hears nothing by itself: no event that would tell it, and no state.
      await page.routeWebSocket(/./, (socket) => {
        const server = socket.connectToServer()
        server.onMessage((frame) => String(frame).includes('"submitted"') || socket.send(frame))
      })
      await page.route("**/events?*", (route) => route.abort())
      await beginSubmission(page)
      await fillIn(page, newAddress())
      await page.route("**/submission", async (route) => {
        await route.fetch()
        await route.abort()
      })
      await sendButton(page).click()
      await form(page).getByRole("alert").waitFor()
      await page.unroute("**/submission")
      await field(form(page), "Company").fill("Analytical Bakers")
      await sendButton(page).click()
      await confirmation(page).getByText("with what the form said then, and that stands").waitFor()
      expect(await referenceOn(page)).toMatch(/^SPEC-/)
    })

    test("where one asks how it stands, it is asked again when somebody comes back to the window, but not all the time", async () => {
      const { page } = await stage.visit()
      const email = newAddress()
      await beginDocument(page)
      const reference = await submitOn(page, email)
      await page.goto("/status")
      await look(page, reference, email)
      await page.getByText("It has arrived and waits to be looked at.").waitFor()
      await change(stage.house, reference, { status: "quoted" })
      const asked: string[] = []
      page.on("request", (request) => asked.push(new URL(request.url()).pathname))
      const come = () => page.evaluate(`dispatchEvent(new Event("focus"))`)
      await come()
      await page.evaluate(`(() => { const { now } = Date; Date.now = () => now() + 61_000 })()`)
      await come()
      await page.getByText(OFFER).waitFor()
      await come()
      expect(await field(page, "Reference").inputValue()).toBe(reference)
      expect(asked).toEqual(["/v1/submissions/lookup"])
    })
  },
  { OPERATOR_TOKEN_HASH },
)
