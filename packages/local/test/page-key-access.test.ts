import { afterAll, expect, test } from "vitest"
import { openStandIn } from "../src/stand-in/stand-in.ts"
import { inBrowser } from "./browser.ts"
import { begin } from "./conversing.ts"
import { expectFine } from "./findings.ts"
import { guessing } from "./guessing.ts"
import { SERVER_KEY, VISITOR_KEY } from "./models/asking.ts"
import { hasFocus } from "./page-document.ts"
import { giveKey, inUse, keyDialog, keyField } from "./page-key.ts"
import { choose } from "./page-link.ts"

const standIn = await openStandIn({ script: guessing })
afterAll(() => standIn.close())

const SETTINGS = { MODEL_PROVIDER: "anthropic", MODEL_BASE_URL: standIn.baseUrls.anthropic, MODEL_API_KEY: SERVER_KEY }

inBrowser(
  "the page: one's own key, for everybody",
  (stage) => {
    test("axe finds nothing in the dialog: asked, refused, in use, and asked again", async () => {
      const { page } = await stage.visit()
      await begin(page)
      await choose(page, "Your own key")
      await expectFine(page)
      await keyField(page).fill("a key")
      await keyField(page).press("Enter")
      await keyDialog(page).getByRole("alert").waitFor()
      await expectFine(page)
      await page.keyboard.press("Escape")
      await giveKey(page, VISITOR_KEY)
      await expectFine(page)
      await choose(page, "Your own key")
      await expectFine(page)
    })

    test("axe finds nothing in what a model has only concluded", async () => {
      const { page } = await stage.visit()
      await begin(page)
      await page.locator(".line.guess").first().focus()
      await expectFine(page)
    })

    test("a key is given and put away by keyboard alone", async () => {
      const { page } = await stage.visit()
      await begin(page)
      await giveKey(page, VISITOR_KEY)
      await page.getByRole("button", { name: "More", exact: true }).press("Enter")
      await page.locator("#menu").getByRole("button", { name: "Your own key" }).press("Enter")
      await keyDialog(page).getByRole("button", { name: "Stop using it" }).press("Enter")
      await inUse(page).waitFor({ state: "detached" })
      expect(await hasFocus(page.getByRole("button", { name: "More", exact: true }))).toBe(true)
    })
  },
  SETTINGS,
)
