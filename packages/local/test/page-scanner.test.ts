import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { begin, said } from "./conversing.ts"
import { newAddress } from "./keeper.ts"
import { askToSave, code, follow, openButton, REFUSED } from "./page-link.ts"

/** What programs that look for danger in mails do to a link: ask, look, run it, press whatever can be pressed, fill in what can be filled in. */
async function scan(url: string, page: Page): Promise<void> {
  for (const method of ["HEAD", "GET", "GET"]) await fetch(url, { method, redirect: "follow" })
  for (let round = 0; round < 3; round++) {
    await page.goto(url)
    await openButton(page).waitFor()
    for (let presses = 0; presses < 8; presses++) {
      for (const field of await page.locator("input:visible, textarea:visible").all())
        await field.fill(presses % 2 === 0 ? "AAAA-AAAA" : "scanner@example.com").catch(() => {})
      const buttons = await page.locator("button:visible").all()
      for (const button of buttons) await button.click({ timeout: 1_000 }).catch(() => {}) // gone meanwhile
      for (const form of await page.locator("form").all())
        await form.evaluate((element: { requestSubmit(): void }) => element.requestSubmit()).catch(() => {})
    }
  }
}

inBrowser("the page: a link that was looked at by others first", (stage) => {
  test("a mail scanner that runs the page and presses everything gets nowhere, and the person still gets in", async () => {
    const { page } = await stage.visit()
    await begin(page, "We run a bakery.")
    const mail = await askToSave(stage.house, page, newAddress())
    const scanner = await stage.visit({ forgives: /status of 4\d\d/ })
    await scan(`${stage.house.url}/link#token=${mail.token}`, scanner.page)
    const { sessions } = await (await scanner.context.request.get("/v1/sessions")).json()
    expect(sessions ?? []).toEqual([])

    const tab = await follow(page, mail.token)
    await expect.poll(() => said(tab).allInnerTexts()).toEqual(["We run a bakery."])
  })

  test("nor does it take away the way by code", async () => {
    const { page } = await stage.visit({ forgives: REFUSED }) // signed out in the end
    await begin(page, "We keep bees.")
    const mail = await askToSave(stage.house, page, newAddress())
    const scanner = await stage.visit({ forgives: REFUSED })
    await scanner.page.goto(`${stage.house.url}/link#token=${mail.token}`)
    await openButton(scanner.page).click()
    await code(scanner.page).waitFor()

    const phone = await stage.visit({ forgives: REFUSED })
    await phone.page.goto(`/link#token=${mail.token}`)
    await openButton(phone.page).click()
    await code(phone.page).fill(mail.code)
    await code(phone.page).press("Enter")
    await phone.page.waitForURL(/\/s\/ses_/)
    await expect.poll(() => said(phone.page).allInnerTexts()).toEqual(["We keep bees."])
  })
})
