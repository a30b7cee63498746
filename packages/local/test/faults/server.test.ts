import { afterEach, expect, test } from "vitest"
import { broken } from "./checker.ts"
import { ends, logOf, Witness } from "./history.ts"
import { Stage } from "./stage.ts"

let stage: Stage
afterEach(() => stage.close())

const BRIEF = "We run a bakery with two shops and want orders online, at most 150 on Saturdays."

test("the server killed with kill -9 while a reply streams to two devices, and started again: one log, one end", async () => {
  stage = await Stage.open()
  const { api, sessionId, chat } = await stage.visitor()
  const [first, second] = [new Witness("first", chat), new Witness("second", stage.open(api, sessionId))]
  await second.until(({ chat }) => chat.state.connection === "live", "it is live")
  await first.send(BRIEF)
  await second.until(({ chat }) => (chat.state.turn?.text ?? "") !== "", "text is seen")
  await stage.killServer()
  const written = second.chat.send("and cakes, too") // while there is no server
  await stage.startServer()
  await written
  await Promise.all([first.rest(2), second.rest(2)])
  const log = await logOf(api, sessionId)
  expect(broken(log, [first, second])).toEqual([])
  expect(ends(log)).toHaveLength(2)
})
