import { randomUUID } from "node:crypto"
import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { newAddress } from "./keeper.ts"
import { beginExport, button, exportsOf, FORGIVES, sheet } from "./page-export.ts"
import { idOf } from "./page-link.ts"
import { signIn, signInButton, tokenField } from "./page-operator.ts"
import { field, look } from "./page-submit.ts"
import { OPERATOR_TOKEN, OPERATOR_TOKEN_HASH } from "./submitting.ts"

inBrowser(
  "the page: asking too often",
  (stage) => {
    test("for the document as a PDF: it says so plainly, and when one can ask again; what was made stays there", async () => {
      const { page } = await stage.visit({ forgives: FORGIVES })
      await beginExport(page)
      const path = `/v1/sessions/${idOf(page)}/exports`
      for (let times = 0; times < 20; times++) {
        const headers = { origin: stage.house.url, "idempotency-key": randomUUID() }
        expect((await page.request.post(path, { data: { format: "pdf" }, headers })).status()).toBe(202)
      }
      if ((await button(page, "Another PDF").count()) > 0) await button(page, "Another PDF").click()
      await button(page, "Download").click()
      await sheet(page).getByRole("alert").getByText("That was asked for too often.").waitFor()
      await sheet(page)
        .getByText(/^You can try again in \d+ (minutes?|seconds?)\.$/)
        .waitFor()
      await expect.poll(async () => (await exportsOf(page)).filter(({ sizeBytes }) => sizeBytes)).toHaveLength(20)
      await expect.poll(() => sheet(page).getByRole("link").count()).toBe(5)
    })

    test("with wrong tokens: it says so, and when one can try again; the right token still gets in", async () => {
      const { page } = await stage.visit({ forgives: /status of 4(01|29)/ })
      const wrong = { headers: { authorization: `Bearer ${"w".repeat(43)}` } }
      for (let times = 0; times < 20; times++)
        expect((await page.request.get("/v1/operator/submissions", wrong)).status()).toBe(401)
      await signIn(page, { token: "w".repeat(43) })
      await page.getByRole("alert").getByText("Too many wrong tokens came from your network.").waitFor()
      await page.getByText(/^You can try again in \d+ (minutes?|seconds?)\.$/).waitFor()
      await tokenField(page).fill(OPERATOR_TOKEN)
      await signInButton(page).click()
      await page.getByText(/^Nothing was submitted in /).waitFor()
    })

    test("how something stands: it says so plainly, and when one can ask again", async () => {
      const { page } = await stage.visit({ forgives: /status of 4(04|29)/ })
      await page.goto("/status")
      const email = newAddress()
      const asked = { data: { reference: "SPEC-2222-2222", email }, headers: { origin: stage.house.url } }
      for (let times = 0; times < 20; times++)
        expect((await page.request.post("/v1/submissions/lookup", asked)).status()).toBe(404)
      await look(page, "SPEC-2222-2222", email)
      await page.getByRole("alert").getByText("That was asked very often").waitFor()
      await page.getByText(/^You can try again in \d+ (minutes?|seconds?)\.$/).waitFor()
      expect(await field(page, "Reference").inputValue()).toBe("SPEC-2222-2222")
    })
  },
  { OPERATOR_TOKEN_HASH, LIMIT_SCALE: "1" },
)
