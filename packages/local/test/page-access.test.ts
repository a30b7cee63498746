import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { FREEZABLE, inBrowser } from "./browser.ts"
import {
  answered,
  begin,
  beginClosing,
  box,
  choices,
  connection,
  continueButton,
  note,
  said,
  send,
  stopButton,
} from "./conversing.ts"
import { findings } from "./findings.ts"

/** What the keyboard is on, by its name or its words. */
const focused = (page: Page) =>
  page.evaluate<string>(`(() => {
    const { activeElement: on } = document
    return on.getAttribute("aria-label") ?? on.labels?.[0]?.textContent ?? on.textContent.trim()
  })()`)

/** The names of what one comes to by pressing the key so often. */
async function walk(page: Page, key: string, steps: number): Promise<string[]> {
  const names: string[] = []
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press(key)
    names.push(await focused(page))
  }
  return names
}

inBrowser(
  "the page: for everybody",
  (stage) => {
    test("everything is done by keyboard alone", async () => {
      const { page } = await stage.visit()
      await page.goto("/")
      await box(page).waitFor()
      await page.keyboard.press("?")
      await page.getByRole("dialog", { name: "Keys" }).waitFor()
      await page.keyboard.press("Escape")
      await page.getByRole("dialog").waitFor({ state: "hidden" })

      await page.reload()
      expect(await walk(page, "Tab", 1)).toEqual(["Skip to the box you write in"])
      await page.keyboard.press("Enter")
      expect(await focused(page)).toBe("What should it do, and for whom?")
      await page.keyboard.type("We run a bakery")
      await page.keyboard.press("Shift+Enter")
      await page.keyboard.type("with two shops?")
      await page.keyboard.press("Enter")
      await answered(page, 1)
      expect(await said(page).textContent()).toBe("We run a bakery\nwith two shops?")
      expect(await focused(page)).toBe("Your answer")

      const offered = await choices(page).allInnerTexts()
      expect(await walk(page, "Shift+Tab", offered.length)).toEqual(offered.toReversed())
      // What became of the message stands between its reply and the conversation as a whole.
      const back = await walk(page, "Shift+Tab", 3)
      expect(back).toEqual(["1 not sorted yet", "2 of 2 sentences placed", "Conversation"])
      while (!offered.includes((await walk(page, "Tab", 1))[0] ?? ""))
        expect(await focused(page)).not.toBe("Your answer")
      await page.keyboard.press("Enter")
      await answered(page, 2)
      expect(await said(page).count()).toBe(2)
      expect(await focused(page)).toBe("Conversation")
    })

    test("Stop is the next thing after the box, and Escape does the same from anywhere", async () => {
      const { page } = await stage.visit()
      await beginClosing(page)
      const thaw = stage.freeze()
      expect(await focused(page)).toBe("Your answer")
      expect(await walk(page, "Tab", 1)).toEqual(["Stop"])
      await page.keyboard.press("Shift+Tab")
      await page.keyboard.press("Escape")
      await page.getByRole("button", { name: "Stopping…" }).waitFor()
      thaw()
      await continueButton(page).waitFor()
    })

    test("axe finds nothing on a first visit", async () => {
      const { page } = await stage.visit()
      await page.goto("/")
      await page.getByText("30 days").waitFor()
      expect(await findings(page)).toEqual([])
    })

    test("axe finds nothing with choices and offline", async () => {
      const { context, page } = await stage.visit({ forgives: /ERR_INTERNET_DISCONNECTED/ })
      await begin(page)
      await choices(page).first().waitFor()
      expect(await findings(page)).toEqual([])

      await context.setOffline(true)
      await connection(page, "Offline").waitFor()
      await send(page, "Later.")
      await note(page, "Will be sent when you are back").waitFor()
      expect(await findings(page)).toEqual([])
    })

    test("axe finds nothing while answering and when stopped", async () => {
      const { page } = await stage.visit()
      await beginClosing(page)
      const thaw = stage.freeze()
      expect(await findings(page)).toEqual([])
      await stopButton(page).click()
      thaw()
      await continueButton(page).waitFor()
      expect(await findings(page)).toEqual([])
    })

    test("axe finds nothing where a conversation is not found", async () => {
      const { page } = await stage.visit({ forgives: /status of 40[14]/ })
      await page.goto("/s/ses_01ARZ3NDEKTSV4RRFFQ69G5FAV")
      await page.getByRole("heading", { name: "cannot be opened here" }).waitFor()
      expect(await findings(page)).toEqual([])
    })

    test("axe finds nothing where there is no page", async () => {
      const { page } = await stage.visit({ forgives: /status of 404/ })
      for (const path of ["/s/ses_unknown", "/nope"]) {
        expect((await page.goto(path))?.status()).toBe(404)
        expect(await findings(page)).toEqual([])
      }
    })
  },
  FREEZABLE,
)
