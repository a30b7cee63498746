import { AxeBuilder } from "@axe-core/playwright"
import { test } from "vitest"
import { inBrowser } from "./browser.ts"
inBrowser("x", ({ visit }) => {
  test("y", async () => {
    const { page } = await visit({forgives: /404/})
    for (const url of ["/", "/s/ses_unknown", "/nope", "/s/ses_01J00000000000000000000000"]) {
    const answer = await page.goto(url)
    await page.getByRole("heading").first().waitFor()
    console.log(url, answer?.status(), (await new AxeBuilder({ page }).analyze()).violations.map((v) => [v.id, v.tags, v.nodes.map((n) => n.html)]))
    console.log(await page.evaluate("document.cookie + JSON.stringify(sessionStorage)"))
    }
  })
})
