import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { connection } from "./conversing.ts"
import { found } from "./jar.ts"
import { newAddress } from "./keeper.ts"
import { beginDocument, hasFocus, NEWS } from "./page-document.ts"
import {
  bar,
  beginExport,
  button,
  bytesOf,
  exportsOf,
  FORGIVES,
  isPdf,
  link,
  mailTo,
  openExport,
  rows,
  sheet,
  told,
  watchBar,
} from "./page-export.ts"
import { address, code, follow, openSaved, save } from "./page-link.ts"

const VERIFY = "We sent a mail with a link and a code to"
const notice = (text: string) => `.export-notice:has-text("${text}")`
let bounces = 0
const bouncing = () => `bounce+${process.pid}-${++bounces}@simulator.amazonses.com`

inBrowser("the page: the document as a PDF by mail", (stage) => {
  const attached = (email: string) =>
    stage.house
      .mail()
      .filter(({ to }) => to === email)
      .map(({ attachments }) => attachments.map(({ base64 }) => Buffer.from(base64, "base64")))

  test("to a fresh address: code from the first mail, progress to the end, the file in the second, a reload in between", async () => {
    const { page } = await stage.visit({ forgives: FORGIVES })
    const email = newAddress()
    await beginExport(page)
    const mail = stage.house.mailbox.next(email)
    await mailTo(page, email)
    const { code: typed } = found(await mail)
    await expect.poll(() => hasFocus(sheet(page).getByText(`${VERIFY} ${email}`))).toBe(true)
    expect(await bar(page).getAttribute("aria-valuetext")).toBe("Step 3 of 5")
    expect(await link(page).isVisible()).toBe(true)

    await page.reload()
    await page
      .locator(notice(`Your PDF for ${email} waits for the code`))
      .getByRole("button", { name: "Show" })
      .click()
    await sheet(page).getByText(`${VERIFY} ${email}`).waitFor()
    await code(page).fill("ZZZZ-ZZZZ")
    await code(page).press("Enter")
    await sheet(page).getByRole("alert").getByText("That is not the code").waitFor()
    expect(attached(email)).toEqual([[]])

    const steps = await watchBar(page)
    await code(page).fill(typed)
    await code(page).press("Enter")
    await told(page, `Your PDF has arrived at ${email}.`).waitFor()
    expect(await hasFocus(told(page, "has arrived"))).toBe(true)
    expect(await steps()).toEqual([...(await steps())].sort())
    expect((await steps()).at(-1)).toBe(5)
    const [, [file = Buffer.of()] = []] = attached(email)
    expect(isPdf(file)).toBe(true)
    const started = page.waitForEvent("download")
    await link(page).click()
    expect((await bytesOf(await started)).equals(file)).toBe(true)

    await page.keyboard.press("Escape")
    await openExport(page)
    expect(await address(page).inputValue()).toBe(email)
    expect(await rows(page).allTextContents()).toEqual([expect.stringContaining(`${email}: delivered`)])
    expect(attached(email)).toHaveLength(2)
  })

  test("to the address it is saved to, it goes at once, and every device sees how far it is", async () => {
    const { page } = await stage.visit()
    const email = newAddress()
    await beginDocument(page)
    await save(stage.house, page, email)
    const { page: other } = await stage.visit()
    await openSaved(stage.house, other, email)
    await connection(other, "Saved").waitFor({ state: "attached" })
    await openExport(page)
    await address(page).press("Enter")
    await told(page, `Your PDF has arrived at ${email}.`).waitFor()
    expect(await code(page).count()).toBe(0)
    await other.locator(notice(`Your PDF has arrived at ${email}.`)).waitFor()
    await other.locator(NEWS).getByText(`Your PDF has arrived at ${email}.`).waitFor({ state: "attached" })
    await other.locator(".export-notice").getByRole("button", { name: "Close" }).click()
    await other.reload()
    await openExport(other)
    await rows(other).getByText(`${email}: delivered`).waitFor()
    expect(await other.locator(".export-notice").count()).toBe(0)
  })

  test("the mail's link opens the conversation, which shows that the PDF is on its way", async () => {
    const { page } = await stage.visit()
    const email = newAddress()
    await beginExport(page)
    const mail = stage.house.mailbox.next(email)
    await mailTo(page, email)
    const { token } = found(await mail)
    await sheet(page).getByText(VERIFY).waitFor()
    const tab = await follow(page, token)
    await tab.locator(notice(`Your PDF has arrived at ${email}.`)).waitFor()
    await told(page, `Your PDF has arrived at ${email}.`).waitFor()
    expect(attached(email)).toEqual([[], [expect.any(Buffer)]])
  })

  test("another mail is asked for, or another address", async () => {
    const { page } = await stage.visit({ forgives: FORGIVES })
    const email = newAddress()
    await beginExport(page)
    await mailTo(page, email)
    await sheet(page).getByText(VERIFY).waitFor()
    const again = stage.house.mailbox.next(email)
    await button(page, "Send again").click()
    const { code: typed } = found(await again)
    await button(page, "Another address").click()
    expect(await address(page).inputValue()).toBe("")
    await rows(page).getByRole("button", { name: "Type the code" }).click()
    await code(page).fill(typed)
    await code(page).press("Enter")
    await told(page, `Your PDF has arrived at ${email}.`).waitFor()
    expect((await exportsOf(page)).map(({ status }) => status)).toEqual(["delivered"])
  })

  test("a mail that cannot be delivered is told in the page, with the file beside it", async () => {
    const { page } = await stage.visit({ forgives: FORGIVES, viewport: { width: 390, height: 844 } })
    const email = bouncing()
    await beginDocument(page)
    await page.getByRole("tab", { name: "Document" }).click()
    await openExport(page)
    await mailTo(page, email)
    await told(page, `We could not deliver the mail to ${email}. Download the PDF here.`).waitFor()
    const started = page.waitForEvent("download")
    await link(page).click()
    expect(isPdf(await bytesOf(await started))).toBe(true)
    await button(page, "Another address").click()
    await mailTo(page, "ada@")
    await sheet(page).getByRole("alert").getByText("We cannot write to that address").waitFor()

    const second = bouncing()
    await mailTo(page, second)
    await sheet(page).getByText(VERIFY).or(told(page, "We could not deliver")).first().waitFor()
    await page.reload()
    await page.getByRole("tab", { name: "Document" }).click()
    const bad = page.locator(notice(`We could not deliver the mail to ${second}.`))
    const later = page.waitForEvent("download")
    await bad.getByRole("link", { name: "Download the PDF" }).click()
    expect(isPdf(await bytesOf(await later))).toBe(true)
  })
})
