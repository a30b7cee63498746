import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { newAddress } from "./keeper.ts"
import { field, look } from "./page-submit.ts"

inBrowser(
  "the page: asking too often how something stands",
  (stage) => {
    test("it says so plainly, and when one can ask again", async () => {
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
  { LIMIT_SCALE: "1" },
)
