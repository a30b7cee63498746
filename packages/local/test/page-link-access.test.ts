import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { begin, connection } from "./conversing.ts"
import { expectFine, findings } from "./findings.ts"
import { newAddress } from "./keeper.ts"
import {
  address,
  askToSave,
  choose,
  code,
  dialog,
  follow,
  mailed,
  openButton,
  openSaved,
  REFUSED,
  save,
} from "./page-link.ts"

inBrowser("the page: saving, opening again and letting go, for everybody", (stage) => {
  test("axe finds nothing where links lead: asked, sent, wrong code, offered, used, in another browser", async () => {
    const { page } = await stage.visit({ forgives: REFUSED })
    const email = newAddress()
    await begin(page)
    await save(stage.house, page, email)
    const { page: other } = await stage.visit({ forgives: REFUSED })
    await other.goto("/link")
    await other.getByText("I have a code").click()
    await expectFine(other)
    await other.reload()
    const mail = await mailed(stage.house, other, email)
    await code(other).fill("ZZZZ-ZZZZ")
    await code(other).press("Enter")
    await other.getByRole("alert").waitFor()
    await expectFine(other)

    const { page: third } = await stage.visit({ forgives: REFUSED })
    await third.goto(`/link#token=${mail.token}`)
    await openButton(third).waitFor()
    await expectFine(third)
    await openButton(third).click()
    await code(third).waitFor()
    await expectFine(third)
    await third.goto(`/link#token=${"x".repeat(43)}`)
    await openButton(third).click()
    await address(third).waitFor()
    await expectFine(third)
    await third.goto(page.url())
    await address(third).waitFor()
    await expectFine(third)
  })

  test("axe finds nothing in the dialog that saves: asked, refused, sent, saved", async () => {
    const { page } = await stage.visit({ forgives: REFUSED })
    await begin(page)
    await page.getByRole("banner").getByRole("button", { name: "Save" }).click()
    await address(page).press("Enter")
    await page.getByRole("dialog").getByRole("alert").waitFor()
    await expectFine(page)
    await page.keyboard.press("Escape")
    const mail = await askToSave(stage.house, page, newAddress())
    await code(page).waitFor()
    await expectFine(page)
    await follow(page, mail.token)
    await dialog(page, "Saved").waitFor()
    await expectFine(page)
  })

  test("axe finds nothing in the menu and its dialogs, nor where everything is deleted", async () => {
    const { page } = await stage.visit({ forgives: REFUSED })
    const email = newAddress()
    await begin(page)
    await save(stage.house, page, email)
    const { page: phone } = await stage.visit({ forgives: REFUSED })
    await openSaved(stage.house, phone, email)
    await connection(phone, "Saved").waitFor()

    await page.getByRole("button", { name: "More", exact: true }).click()
    await expectFine(page)
    await page.keyboard.press("Escape")
    await choose(page, "Your conversations")
    await page.getByRole("button", { name: /^Rename/ }).waitFor()
    await expectFine(page)
    await page.getByRole("button", { name: /^Rename/ }).click()
    await expectFine(page)
    await page.keyboard.press("Escape")
    await page.keyboard.press("Escape")
    await choose(page, "Your devices")
    await page
      .getByRole("button", { name: /^Sign out/ })
      .last()
      .click()
    await expectFine(page)
    await page.keyboard.press("Escape")
    await choose(page, "About your data")
    await dialog(page, "About your data").getByText("No AI company").waitFor()
    await expectFine(page)
    await page.keyboard.press("Escape")
    await choose(page, "Delete everything")
    await expectFine(page)
    await page.getByRole("button", { name: "Delete for good" }).click()
    await page.getByRole("heading", { name: "Deleted" }).waitFor()
    await expectFine(page)
    await phone.getByRole("alert").waitFor()
    expect(await findings(phone)).toEqual([])
  })

  test("a conversation is saved, renamed and deleted by keyboard alone", async () => {
    const { page } = await stage.visit()
    const keys = page.keyboard
    const to = async (name: string | RegExp) => {
      const wanted = page.locator(":focus").and(page.getByRole("button", { name, exact: true }))
      for (let step = 0; step < 40 && (await wanted.count()) === 0; step++) await keys.press("Tab")
      expect(await wanted.count(), String(name)).toBe(1)
    }
    await begin(page)
    await to("Save")
    await keys.press("Enter")
    const email = newAddress()
    const mail = stage.house.mailbox.next(email)
    await dialog(page, "Save this conversation").waitFor()
    await keys.type(email)
    await keys.press("Enter")
    const typed = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await mail).text)?.[0] ?? ""
    await code(page).waitFor()
    for (let step = 0; step < 3; step++) await keys.press("Tab")
    await keys.type(typed)
    await keys.press("Enter")
    await dialog(page, "Saved").waitFor()
    await keys.press("Escape")

    await to("More")
    await keys.press("Enter")
    await to("Your conversations")
    await keys.press("Enter")
    await dialog(page, "Your conversations")
      .getByRole("button", { name: /^Rename/ })
      .waitFor()
    await to(/^Rename/)
    await keys.press("Enter")
    await keys.type("Cakes")
    await keys.press("Enter")
    await dialog(page, "Your conversations").getByRole("link", { name: "Cakes" }).waitFor()
    await keys.press("Escape")

    await to("More")
    await keys.press("Enter")
    await to("Delete everything")
    await keys.press("Enter")
    await to("Delete for good")
    await keys.press("Enter")
    await page.getByRole("heading", { name: "Deleted" }).waitFor()
  })
})
