import { randomUUID } from "node:crypto"
import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { beginExport, button, exportsOf, FORGIVES, sheet } from "./page-export.ts"
import { idOf } from "./page-link.ts"

inBrowser(
  "the page: asking too often for the document as a PDF",
  (stage) => {
    test("it says so plainly, and when one can ask again; what was made stays there", async () => {
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
  },
  { LIMIT_SCALE: "1" },
)
