import { expect, test } from "vitest"
import { FREEZABLE, inBrowser, MOVING } from "./browser.ts"
import {
  answered,
  answers,
  begin,
  beginClosing,
  box,
  connection,
  continueButton,
  note,
  said,
  send,
  shown,
  stopButton,
  stored,
  words,
  writing,
} from "./conversing.ts"

const NO_NETWORK = /ERR_INTERNET_DISCONNECTED/
const REFUSED = /status of 40[14]/
const DAY_MS = 86_400_000

inBrowser(
  "the page: interrupted and resumed",
  (stage) => {
    test("a reload and a second tab in the middle of a reply show it going on, and end with what is stored", async () => {
      const { context, page } = await stage.visit(MOVING)
      await beginClosing(page)
      const thaw = stage.freeze()
      await page.reload()
      const second = await context.newPage()
      await second.goto(page.url())
      await Promise.all([writing(page).waitFor(), writing(second).waitFor()])
      expect(await answers(page).count()).toBe(1)
      const [half = ""] = (await writing(page).allInnerTexts()).map(words)
      thaw()
      await Promise.all([answered(page, 2), answered(second, 2)])

      const messages = (await stored(context, page)).map(({ text }) => words(text))
      expect(messages).toHaveLength(4)
      expect(messages[3]?.startsWith(half)).toBe(true)
      expect(messages[3]?.length).toBeGreaterThan(half.length)
      expect(await shown(page)).toEqual(messages)
      expect(await shown(second)).toEqual(messages)
    })

    test("Stop keeps what was said and offers to continue", async () => {
      const { context, page } = await stage.visit()
      await beginClosing(page)
      await stopButton(page).click()
      await continueButton(page).waitFor()
      await answered(page, 2)
      const [, , , half] = (await stored(context, page)).map(({ text }) => words(text))
      expect((await shown(page)).at(-1)).toBe(half)
      expect(half?.length).toBeGreaterThanOrEqual(80)

      await continueButton(page).click()
      await answered(page, 3)
      const whole = (await shown(page)).at(-1) ?? ""
      expect(whole.startsWith(half ?? "-")).toBe(true)
      expect(whole.length).toBeGreaterThan(half?.length ?? Number.POSITIVE_INFINITY)
      expect(await said(page).count()).toBe(2)
      expect(await continueButton(page).count()).toBe(0)
    })

    test("what is sent without a network waits, goes out once when it is back, and a draft survives a reload", async () => {
      const { context, page } = await stage.visit({ forgives: NO_NETWORK })
      await begin(page)
      await context.setOffline(true)
      await connection(page, "Offline").waitFor()
      await send(page, "Our own bakers use it.")
      await note(page, "Will be sent when you are back").waitFor()
      await box(page).fill("Half a thou")
      await context.setOffline(false)
      await answered(page, 2)
      await connection(page, "Saved").waitFor()
      await page.reload()
      await answered(page, 2)
      expect(await box(page).inputValue()).toBe("Half a thou")
      expect((await stored(context, page)).filter(({ text }) => text === "Our own bakers use it.")).toHaveLength(1)
      expect(await said(page).count()).toBe(2)
    })

    test("a first message written without a network is sent once when it is back", async () => {
      const { context, page } = await stage.visit({ forgives: NO_NETWORK })
      await page.goto("/")
      await context.setOffline(true)
      await send(page, "We need a list of our bees.")
      await note(page, "Will be sent when you are back").waitFor()
      await context.setOffline(false)
      await answered(page, 1)
      expect(await stored(context, page)).toHaveLength(2)
    })

    test("says that everything is saved only when it has caught up with the log", async () => {
      const { context, page } = await stage.visit()
      await begin(page)
      const late = Promise.withResolvers<void>()
      await context.routeWebSocket(/\/ws$/, (socket) => {
        const server = socket.connectToServer()
        server.onMessage(async (frame) => {
          if (!String(frame).includes('"type":"welcome"')) await late.promise
          socket.send(frame)
        })
      })
      const welcomed = page.waitForResponse(/\/v1\/sessions\/ses_\w+$/)
      await page.reload()
      await welcomed
      await connection(page, "Connecting").waitFor()
      expect(await connection(page, "Saved").count()).toBe(0)
      late.resolve()
      await connection(page, "Saved").waitFor()
      expect(await answers(page).count()).toBe(1)
    })

    test("an unexpected failure gives its reference, and nothing is lost by it", async () => {
      const { context, page } = await stage.visit({ forgives: /status of 500/ })
      const problem = { type: "about:blank", title: "internal", status: 500, code: "internal", detail: "No." }
      await context.route("**/v1/sessions", (route) =>
        route.fulfill({ status: 500, json: { ...problem, requestId: "request-7KM2" } }),
      )
      await page.goto("/")
      await send(page, "We need a list of our bees.")
      await page.getByRole("alert").getByText("Something went wrong on our side").waitFor()
      await page.getByText("Reference: request-7KM2").waitFor()
      await context.unroute("**/v1/sessions")
      await page.getByRole("button", { name: "Try again" }).click()
      await answered(page, 1)
      expect(await stored(context, page)).toHaveLength(2)
      expect(await page.getByText("Reference:").count()).toBe(0)
    })

    test("an expired conversation says so, gives what was not sent to a new one, and is not offered again", async () => {
      const { context, page } = await stage.visit({ forgives: new RegExp(`${NO_NETWORK.source}|${REFUSED.source}`) })
      await begin(page)
      await context.setOffline(true)
      await connection(page, "Offline").waitFor()
      await send(page, "Not sent in time.")
      await box(page).fill("Half a thou")
      stage.house.clock.advance(31 * DAY_MS)
      await context.setOffline(false)
      await page.getByRole("alert").getByText("This conversation has ended").waitFor()
      expect(await said(page).count()).toBe(1)
      expect(await box(page).count()).toBe(0)

      await page.reload()
      await page.getByRole("heading", { name: "This conversation cannot be opened here" }).waitFor()
      expect(await page.locator("#box").count()).toBe(0)
      await page.getByRole("link", { name: "Start a new conversation" }).click()
      await page.waitForURL("/")
      expect(await box(page).inputValue()).toBe("Not sent in time.\n\nHalf a thou")
      expect(await page.getByRole("link", { name: "Continue where you left off" }).count()).toBe(0)
    })
  },
  FREEZABLE,
)
