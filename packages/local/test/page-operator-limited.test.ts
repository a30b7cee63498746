import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { signIn, signInButton, tokenField } from "./page-operator.ts"
import { OPERATOR_TOKEN, OPERATOR_TOKEN_HASH } from "./submitting.ts"

inBrowser(
  "the page: too many wrong tokens",
  (stage) => {
    test("it says so, and when one can try again; the right token still gets in", async () => {
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
  },
  { OPERATOR_TOKEN_HASH, LIMIT_SCALE: "1" },
)
