import type { Page } from "playwright-core"
import { afterAll, expect, test } from "vitest"
import { openStandIn } from "../src/stand-in/stand-in.ts"
import { inBrowser } from "./browser.ts"
import { guessing } from "./guessing.ts"
import { SERVER_KEY } from "./models/asking.ts"
import { beginDocument, document, hasFocus, idOf, lines, press, specification } from "./page-document.ts"

const standIn = await openStandIn({ script: guessing })
afterAll(() => standIn.close())

const SETTINGS = { MODEL_PROVIDER: "anthropic", MODEL_BASE_URL: standIn.baseUrls.anthropic, MODEL_API_KEY: SERVER_KEY }

const guess = (page: Page) => page.locator(".line.guess").first()

inBrowser(
  "the page: what was only concluded",
  (stage) => {
    test("confirms a guess, locks a line and unlocks it, and nothing can be changed in a locked one", async () => {
      const { context, page } = await stage.visit()
      await beginDocument(page)
      const guessed = page.locator(`#line-${await idOf(guess(page))}`)
      await press(guessed, "Confirm")
      await guessed.getByText("you confirmed").waitFor()
      await expect.poll(() => guessed.getByRole("button", { name: "Confirm" }).count()).toBe(0)
      expect(await hasFocus(guessed)).toBe(true)

      await press(guessed, "Lock")
      await guessed.getByText("locked", { exact: true }).waitFor()
      expect(await guessed.getByRole("button").allInnerTexts()).toEqual(["Unlock", "Where this comes from"])
      await press(guessed, "Unlock")
      await guessed.getByText("locked", { exact: true }).waitFor({ state: "detached" })

      const { items } = await specification(context, page)
      const id = await idOf(guessed)
      expect(items.find((item) => item.id === id)).toMatchObject({ state: "accepted", locked: "none" })
    })

    test("two browsers that change different lines at once end with the same document, and both changes in it", async () => {
      const { context, page } = await stage.visit({ forgives: /status of 409/ }) // one of the two is the second
      await beginDocument(page)
      const other = (await stage.visit({ storageState: await context.storageState(), forgives: /status of 409/ })).page
      await other.goto(page.url())
      await lines(other).first().waitFor()
      const [one, two] = [await idOf(guess(page)), await idOf(page.locator(".line.guess").nth(1))]
      await Promise.all([press(page.locator(`#line-${one}`), "Confirm"), press(other.locator(`#line-${two}`), "Lock")])
      for (const either of [page, other]) {
        await either.locator(`#line-${one}`).getByText("you confirmed").waitFor()
        await either.locator(`#line-${two}`).getByText("locked", { exact: true }).waitFor()
      }
      expect(await document(page)).toEqual(await document(other))
    })
  },
  SETTINGS,
)
