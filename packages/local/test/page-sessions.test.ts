import { readFile } from "node:fs/promises"
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { FREEZABLE, inBrowser } from "./browser.ts"
import { answered, begin, box, choices, connection, said, send, stopButton, stored } from "./conversing.ts"
import { newAddress } from "./keeper.ts"
import { hasFocus } from "./page-document.ts"
import { choose, dialog, idOf, openSaved, REFUSED, save, traces } from "./page-link.ts"

const rows = (page: Page) => page.getByRole("dialog").getByRole("listitem")
const more = (page: Page) => page.getByRole("button", { name: "More", exact: true })
const opens = async (page: Page, sessionId: string) =>
  (await page.context().request.get(`/v1/sessions/${sessionId}`)).status() === 200

inBrowser(
  "the page: one's conversations, devices and data",
  (stage) => {
    /** A conversation on two devices. */
    async function onTwo(): Promise<{ page: Page; phone: Page; sessionId: string }> {
      const { page } = await stage.visit({ forgives: REFUSED })
      const email = newAddress()
      await begin(page)
      await save(stage.house, page, email)
      const { page: phone } = await stage.visit({ forgives: REFUSED, viewport: { width: 390, height: 800 } })
      await openSaved(stage.house, phone, email)
      await connection(phone, "Saved").waitFor()
      return { page, phone, sessionId: idOf(page) }
    }

    test("a device that is signed out from another one says so at once, and what was typed there is not lost", async () => {
      const { page, phone, sessionId } = await onTwo()
      await box(page).fill("Half a thou")
      await choose(phone, "Your devices")
      await expect.poll(() => rows(phone).count()).toBe(2)
      await expect.poll(() => rows(phone).first().textContent()).toContain("this device")
      const out = rows(phone)
        .last()
        .getByRole("button", { name: /^Sign out/ })
      await out.click()
      await rows(phone).last().getByText("only with a fresh link").waitFor()
      expect(await hasFocus(rows(phone).last().getByRole("button", { name: "Cancel" }))).toBe(true)
      await page.keyboard.press("Tab")
      await rows(phone).last().getByRole("button", { name: "Sign out", exact: true }).click()
      await expect.poll(() => rows(phone).count()).toBe(1)

      await page.getByRole("alert").getByText("You were signed out on this device").waitFor()
      expect(await opens(page, sessionId)).toBe(false)
      expect((await traces(page, sessionId)).join()).toContain("Half a thou")
      await connection(phone, "Saved").waitFor()
    })

    test("asking is not signing out, and this device can be signed out itself: it goes back to the first page, without a trace", async () => {
      const { page, phone, sessionId } = await onTwo()
      await box(phone).fill("Half a thou")
      await choose(phone, "Your devices")
      const out = rows(phone)
        .first()
        .getByRole("button", { name: /^Sign out/ })
      await out.click()
      await rows(phone).first().getByRole("button", { name: "Cancel" }).click()
      expect(await hasFocus(out)).toBe(true)
      expect(await opens(phone, sessionId)).toBe(true)

      await out.click()
      await rows(phone).first().getByRole("button", { name: "Sign out", exact: true }).click()
      await phone.waitForURL("/")
      await box(phone).waitFor()
      expect(await box(phone).inputValue()).toBe("")
      expect(await traces(phone, sessionId)).toEqual([])
      expect(await opens(phone, sessionId)).toBe(false)
      expect(await opens(page, sessionId)).toBe(true)
    })

    test("one's conversations are listed, and a new name shows on every device at once", async () => {
      const { page, phone } = await onTwo()
      await choose(phone, "Your conversations")
      await rows(phone).getByRole("link", { name: "We run a bakery" }).waitFor()
      await expect.poll(() => rows(phone).getByText("open here").count()).toBe(1)
      await rows(phone)
        .getByText(/Saved to person-\S+@example.com, until/)
        .waitFor()
      const rename = rows(phone).getByRole("button", { name: /^Rename/ })
      await rename.click()
      await phone.getByRole("textbox", { name: "Name of the conversation" }).fill("Never mind")
      await phone.keyboard.press("Escape")
      await rename.click()
      await phone.getByRole("textbox", { name: "Name of the conversation" }).fill("Cakes <b>& bread</b>")
      await phone.keyboard.press("Enter")
      await rows(phone).getByRole("link", { name: "Cakes <b>& bread</b>" }).waitFor()
      await expect.poll(() => hasFocus(rename)).toBe(true)
      for (const one of [page, phone]) {
        await expect.poll(() => one.locator("h1").textContent()).toBe("Cakes <b>& bread</b>")
        expect(await one.title()).toBe("Cakes <b>& bread</b> – Spec Wizard")
      }
    })

    test("from the first page one gets to any of them, and from there to a new one; a stranger is not asked", async () => {
      const { page } = await stage.visit()
      await begin(page, "We run a bakery.")
      const first = page.url()
      await choose(page, "Your conversations")
      await page.getByRole("link", { name: "Start a new conversation" }).click()
      await page.waitForURL("/")
      await send(page, "We keep bees.")
      await answered(page, 1)
      await page.goto("/")
      await page.getByRole("button", { name: "Your conversations" }).click()
      await expect.poll(() => rows(page).count()).toBe(2)
      await expect.poll(() => rows(page).getByText("Not saved to an address").count()).toBe(2)
      await rows(page).first().getByText("We keep bees").waitFor()
      await rows(page).last().getByRole("link").click()
      await page.waitForURL(first)
      await expect.poll(() => said(page).allInnerTexts()).toEqual(["We run a bakery."])

      const stranger = await stage.visit()
      await stranger.page.goto("/")
      await stranger.page.getByRole("link", { name: "Open a saved conversation" }).waitFor()
      expect(await stranger.page.getByRole("button", { name: "Your conversations" }).count()).toBe(0)
    })

    test("everything is deleted after a second, deliberate press, here and on the other device", async () => {
      const { page, phone, sessionId } = await onTwo()
      await box(page).fill("Half a thou")
      await choose(page, "Delete everything")
      const cancel = dialog(page, "Delete everything").getByRole("button", { name: "Cancel" })
      expect(await hasFocus(cancel)).toBe(true)
      await page.keyboard.press("Enter")
      await page.getByRole("dialog").waitFor({ state: "hidden" })
      expect(await hasFocus(more(page))).toBe(true)
      expect(await opens(page, sessionId)).toBe(true)

      await choose(page, "Delete everything")
      for (const told of ["the whole conversation", "all its versions", "not sent", "cannot be undone"])
        await dialog(page, "Delete everything").getByText(told).waitFor()
      await dialog(page, "Delete everything").getByRole("button", { name: "Delete for good" }).click()
      const heading = page.getByRole("heading", { name: "Deleted" })
      await heading.waitFor()
      expect(await hasFocus(heading)).toBe(true)
      expect(new URL(page.url()).pathname).toBe("/")
      expect(await traces(page, sessionId)).toEqual([])
      expect(await opens(page, sessionId)).toBe(false)
      await phone.getByRole("alert").getByText("This conversation was deleted").waitFor()
      expect(await opens(phone, sessionId)).toBe(false)

      await page.reload()
      await box(page).waitFor()
      expect(await box(page).inputValue()).toBe("")
      expect(await page.getByRole("link", { name: "Continue where you left off" }).count()).toBe(0)
      await page.goto(`/s/${sessionId}`)
      await page.getByRole("heading", { name: "cannot be opened here" }).waitFor()
    })

    test("a deletion that fails deletes nothing on the page either, and can be tried again", async () => {
      const { context, page } = await stage.visit({ forgives: /ERR_INTERNET_DISCONNECTED/ })
      await begin(page)
      await choose(page, "Delete everything")
      await context.setOffline(true)
      const confirm = page.getByRole("button", { name: "Delete for good" })
      await confirm.click()
      await page.getByRole("alert").getByText("We cannot be reached right now").waitFor()
      expect(await said(page).count()).toBe(1)
      await context.setOffline(false)
      await confirm.click()
      await page.getByRole("heading", { name: "Deleted" }).waitFor()
    })

    test("the file has everything that was said, and its name says what it is and of which day", async () => {
      const { context, page } = await stage.visit()
      await begin(page)
      await choose(page, "About your data")
      await dialog(page, "About your data").getByText("No AI company saw this").waitFor()
      await dialog(page, "About your data")
        .getByText(/^On \d+ \w+ \d{4}, if you write nothing more/)
        .waitFor()
      const downloading = page.waitForEvent("download")
      await page.getByRole("button", { name: "Download my data" }).click()
      const download = await downloading
      await page.getByText("The file is in your downloads.").waitFor()
      expect(download.suggestedFilename()).toMatch(
        /^we-run-a-bakery-with-two-shops-and-want-orders-online[a-z-]*-\d{4}-\d\d-\d\d\.json$/,
      )
      const archive = JSON.parse(await readFile(await download.path(), "utf8"))
      const kept = archive.events.flatMap(({ message }: { message?: { text: string } }) => message?.text ?? [])
      expect(kept).toEqual((await stored(context, page)).map(({ text }) => text))
      expect(archive.session.id).toBe(idOf(page))
      expect(archive.devices).toHaveLength(1)
    })

    test("what the first page promises is what the service keeps", async () => {
      const { page } = await stage.visit()
      await page.goto("/")
      await page.getByText("No AI company sees what you write").waitFor()
      await page.getByText("for 30 days after your last answer").waitFor()
    })

    test("every dialog gives the focus back to where it came from, and Escape does not stop the reply behind the menu", async () => {
      const { page } = await stage.visit()
      await begin(page)
      await choices(page).first().waitFor()
      for (const name of ["Your conversations", "Your devices", "About your data", "Keys"]) {
        await choose(page, name)
        await dialog(page, name).waitFor()
        await page.keyboard.press("Escape")
        await page.getByRole("dialog").waitFor({ state: "hidden" })
        expect(await hasFocus(more(page)), name).toBe(true)
      }
      const saving = page.getByRole("banner").getByRole("button", { name: "Save" })
      await saving.click()
      await dialog(page, "Save this conversation").waitFor()
      expect(await hasFocus(page.getByRole("textbox", { name: "Your e-mail address" }))).toBe(true)
      await page.keyboard.press("Escape")
      expect(await hasFocus(saving)).toBe(true)

      await expect.poll(() => stage.house.workers("Reply").some(({ busy }) => busy)).toBe(false)
      const thaw = stage.freeze()
      await send(page, "that's all")
      await stopButton(page).waitFor()
      await more(page).click()
      await page.keyboard.press("Escape")
      await page.locator("#menu").waitFor({ state: "hidden" })
      expect(await page.getByRole("button", { name: "Stopping…" }).count()).toBe(0)
      thaw()
      await answered(page, 2)
      expect(await page.getByRole("button", { name: "Continue" }).count()).toBe(0)
    })
  },
  FREEZABLE,
)
