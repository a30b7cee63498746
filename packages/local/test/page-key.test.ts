import { createHash } from "node:crypto"
import { afterAll, afterEach, expect, test } from "vitest"
import { interviewing } from "../src/stand-in/interviewer/interviewing.ts"
import { openStandIn } from "../src/stand-in/stand-in.ts"
import { FREEZABLE, inBrowser } from "./browser.ts"
import { answered, begin, box, said, send, writing } from "./conversing.ts"
import { FaultProxy } from "./faults/proxy.ts"
import { OWNER_KEY, SERVER_KEY, VISITOR_KEY } from "./models/asking.ts"
import { hasFocus } from "./page-document.ts"
import { giveKey, heard, inUse, keyDialog, keyField, placesOf } from "./page-key.ts"
import { choose, dialog } from "./page-link.ts"

const [standIn, lambda] = await Promise.all([openStandIn({ script: interviewing }), FaultProxy.open()])
const keysSeen = () => standIn.calls.map(({ call }) => call.apiKey)

afterEach(() => {
  standIn.play(interviewing)
  lambda.rule = () => undefined
})
afterAll(async () => {
  await standIn.close()
  lambda.close()
})

const SETTINGS = {
  ...FREEZABLE,
  MODEL_PROVIDER: "anthropic",
  MODEL_PROVIDERS: "anthropic",
  MODEL_BASE_URL: standIn.baseUrls.anthropic,
  MODEL_API_KEY: SERVER_KEY,
  OWNER_API_KEY_HASH: createHash("sha256").update(OWNER_KEY).digest("hex"),
  AWS_ENDPOINT_URL_LAMBDA: lambda.url,
}

inBrowser(
  "the page: one's own key for a model",
  (stage) => {
    async function begun() {
      lambda.connect(stage.house.url)
      const { page } = await stage.visit()
      await begin(page)
      return page
    }

    test("it is used for the next message, stands nowhere but in the page's memory, and is gone after a reload", async () => {
      const page = await begun()
      expect(keysSeen().at(-1)).toBe(SERVER_KEY)
      await choose(page, "Your own key")
      expect(await keyDialog(page).getByRole("radio").count()).toBe(1)
      expect(await keyDialog(page).getByRole("radio", { name: "Anthropic" }).isChecked()).toBe(true)
      expect(await hasFocus(keyField(page))).toBe(true)
      await keyField(page).fill("a key")
      await keyField(page).press("Enter")
      await keyDialog(page).getByRole("alert").getByText("A key is one piece").waitFor()
      await keyField(page).fill(VISITOR_KEY)
      expect(await placesOf(page, VISITOR_KEY)).toEqual([])
      await keyField(page).press("Enter")
      await inUse(page).waitFor()
      await heard(page, "Your own key is used (Anthropic).").waitFor()
      expect(await keyDialog(page).count()).toBe(0)
      expect(await hasFocus(page.getByRole("button", { name: "More", exact: true }))).toBe(true)

      await send(page, "Two shops, and a van.")
      await answered(page, 2)
      expect(keysSeen().at(-1)).toBe(VISITOR_KEY)
      expect(await placesOf(page, VISITOR_KEY)).toEqual([])

      await page.reload()
      await answered(page, 2)
      expect(await inUse(page).count()).toBe(0)
      await send(page, "We close at six.")
      await answered(page, 3)
      expect(keysSeen().at(-1)).toBe(SERVER_KEY)
    })

    test("ticked, it outlives a reload but not the tab, until the visitor stops using it", async () => {
      const page = await begun()
      await giveKey(page, VISITOR_KEY, { keep: true })
      expect(await placesOf(page, VISITOR_KEY)).toEqual(["sessionStorage"])
      await page.reload()
      await inUse(page).waitFor()
      await send(page, "Two shops, and a van.")
      await answered(page, 2)
      expect(keysSeen().at(-1)).toBe(VISITOR_KEY)

      const other = await page.context().newPage()
      await other.goto(page.url())
      await answered(other, 2)
      expect(await inUse(other).count()).toBe(0)

      await page.getByRole("button", { name: "Change", exact: true }).click()
      await keyDialog(page).getByRole("button", { name: "Stop using it" }).click()
      await inUse(page).waitFor({ state: "detached" })
      expect(await placesOf(page, VISITOR_KEY)).toEqual([])
      await send(page, "We close at six.")
      await answered(page, 3)
      expect(keysSeen().at(-1)).toBe(SERVER_KEY)
    })

    test("a key of a company that is not asked here is refused where keys are given, and the message is kept", async () => {
      const page = await begun()
      await page.evaluate((key) => sessionStorage.setItem("spec-wizard.key", `openai ${key}`), VISITOR_KEY)
      await page.reload()
      await inUse(page, "OpenAI").waitFor()
      const before = standIn.calls.length
      await send(page, "Two shops, and a van.")
      await keyDialog(page).getByRole("alert").getByText("are not used here").waitFor()
      await page.keyboard.press("Escape")
      expect(await box(page).inputValue()).toBe("Two shops, and a van.")
      expect(await page.getByText("Something went wrong").count()).toBe(0)
      expect(await placesOf(page, VISITOR_KEY)).toEqual([])
      expect(standIn.calls.length).toBe(before)
      await box(page).press("Enter")
      await answered(page, 2)
      expect(keysSeen().at(-1)).toBe(SERVER_KEY)
    })

    test("with the owner's key a reply is drafted, then revised, and heard once", async () => {
      const page = await begun()
      await giveKey(page, OWNER_KEY)
      const draft = Promise.withResolvers<void>()
      const before = standIn.calls.length
      standIn.play(async (call) => {
        await draft.promise
        return { ...interviewing(call), paceMs: call.number === before + 1 ? 0 : 40 }
      })
      await send(page, "Two shops, and a van.")
      await page.getByRole("log").getByText("Drafting…", { exact: true }).waitFor()
      await heard(page, "Drafting…").waitFor()
      draft.resolve()
      await writing(page).waitFor()
      const goOn = stage.freeze()
      await page.getByRole("log").getByText("Revising…", { exact: true }).waitFor()
      await heard(page, "Revising…").waitFor()
      goOn()
      await answered(page, 2)
      expect(await page.getByText("Revising…", { exact: true }).count()).toBe(0)
      expect(keysSeen().slice(-2)).toEqual([OWNER_KEY, OWNER_KEY])
    })

    test("a key that was lost on the way is asked for, and the message is answered with it", async () => {
      const page = await begun()
      await giveKey(page, VISITOR_KEY)
      lambda.rule = () => ({ refuse: 500 })
      await send(page, "Two shops, and a van.")
      await said(page).nth(1).waitFor()
      await heard(page, "Answering…").waitFor()
      lambda.rule = () => undefined
      stage.house.clock.advance(4_000) // the start counts as lost
      await page.getByRole("alert").getByText("The key was lost on the way").waitFor()
      const again = page.getByRole("button", { name: "Send it again", exact: true })
      await again.waitFor()

      await page.reload()
      await page.getByRole("button", { name: "Send it without the key" }).waitFor()
      expect(await again.count()).toBe(0)
      await page.getByRole("button", { name: "Enter your key" }).click()
      await keyField(page).fill(VISITOR_KEY)
      await keyField(page).press("Enter")
      await again.click()
      await answered(page, 2)
      expect(keysSeen().at(-1)).toBe(VISITOR_KEY)
      expect(await said(page).count()).toBe(2)
    })

    test("the data dialog names who answered, and what that cost", async () => {
      const page = await begun()
      await choose(page, "About your data")
      const who = dialog(page, "About your data").getByText("Anthropic read what you wrote and answered.")
      await who.waitFor()
      expect(await who.textContent()).toMatch(/about \d+\.\d\d USD\.$/)
    })

    test("where no company is asked, no key is", async () => {
      const { context, page } = await stage.visit()
      await context.route("**/v1/config", async (route) => {
        const answer = await route.fetch()
        await route.fulfill({ response: answer, json: { ...(await answer.json()), providers: ["guided"] } })
      })
      lambda.connect(stage.house.url)
      await begin(page)
      await page.getByRole("button", { name: "More", exact: true }).click()
      await page.locator("#menu").getByRole("button", { name: "About your data" }).waitFor()
      expect(await page.locator("#menu").getByRole("button", { name: "Your own key" }).count()).toBe(0)
    })
  },
  SETTINGS,
)
