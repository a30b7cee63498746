import { afterAll, beforeAll, expect, test } from "vitest"
import { broken } from "./checker.ts"
import { ends, logOf, Witness } from "./history.ts"
import type { Call } from "./proxy.ts"
import { Stage } from "./stage.ts"

let stage: Stage
beforeAll(async () => {
  stage = await Stage.open()
})
afterAll(() => stage.close())

const isDelta = ({ body }: Call) => body.includes('"type":"delta"')
const isEnd = ({ target, body }: Call) => target === "TransactWriteItems" && body.includes('{"S":"completed"}')
const never = new Promise<never>(() => {})

/** Kills the workers at the nth matching call, before it arrives or after it was carried out. Once. */
function killAt(matches: (call: Call) => boolean, nth: number, when: "before" | "after" = "before") {
  let seen = 0
  return (call: Call) => {
    if (!matches(call) || ++seen !== nth) return undefined
    if (when === "before") {
      stage.signalWorkers("SIGKILL")
      return { refuse: 500 }
    }
    setTimeout(() => stage.signalWorkers("SIGKILL"), 100) // the call is through by then, its answer is held back
    return { loseAnswer: true as const }
  }
}

const points = [
  ["before the first text", () => (stage.posts.rule = killAt(isDelta, 1))],
  ["mid-stream", () => (stage.posts.rule = killAt(isDelta, 3))],
  ["before the end is stored", () => (stage.table.rule = killAt(isEnd, 1))],
  ["after the end is stored", () => (stage.table.rule = killAt(isEnd, 1, "after"))],
] as const

test.each(points)("a worker killed %s costs nothing: one end, one log, the reply as stored", async (_, arm) => {
  const { api, sessionId, chat } = await stage.visitor()
  const first = new Witness("first", chat)
  arm()
  await first.send("We run a bakery with two shops and want orders online, at most 150 on Saturdays.")
  await first.rest(1)
  stage.posts.rule = stage.table.rule = () => undefined
  await first.send("Customers and staff.")
  await first.rest(2)
  const log = await logOf(api, sessionId)
  expect(broken(log, [first])).toEqual([])
  expect(ends(log).map(({ type }) => type)).toEqual(["turn.completed", "turn.completed"])
})

test("a worker killed twice ends the turn as failed, and the retry answers", async () => {
  const { api, sessionId, chat } = await stage.visitor()
  const first = new Witness("first", chat)
  stage.posts.rule = (call) => {
    if (!isDelta(call)) return undefined
    stage.signalWorkers("SIGKILL")
    return { refuse: 500 }
  }
  await first.send("We run a bakery.")
  await first.rest(1)
  expect(chat.state.ended).toMatchObject({ type: "failed", retryable: true })
  stage.posts.rule = () => undefined
  await chat.retry()
  await first.rest(2)
  const log = await logOf(api, sessionId)
  expect(broken(log, [first])).toEqual([])
  expect(ends(log).map(({ type }) => type)).toEqual(["turn.failed", "turn.completed"])
})

test("a worker frozen past its lease and woken again writes nothing: another one has answered", async () => {
  const { api, sessionId, chat } = await stage.visitor()
  const first = new Witness("first", chat)
  let frozen: number[] = []
  stage.posts.rule = (call) => {
    if (!isDelta(call) || frozen.length > 0) return undefined
    frozen = stage.workers()
    stage.signalWorkers("SIGSTOP")
    return undefined
  }
  await first.send("We run a bakery with two shops.")
  await first.rest(1)
  const before = await logOf(api, sessionId)
  for (const pid of frozen) stage.signal(pid, "SIGCONT")
  stage.posts.rule = () => undefined
  await first.send("Customers.")
  await first.rest(2)
  const log = await logOf(api, sessionId)
  expect(frozen.length).toBeGreaterThan(0)
  expect(log.slice(0, before.length)).toEqual(before)
  expect(broken(log, [first])).toEqual([])
})

test("a worker frozen just before it stores the end, and overtaken, cannot store a second one", async () => {
  const { api, sessionId, chat } = await stage.visitor()
  const first = new Witness("first", chat)
  const { promise: overtaken, resolve: release } = Promise.withResolvers<void>()
  let held = false
  stage.table.rule = (call) => {
    if (!isEnd(call) || held) return undefined
    held = true
    stage.signalWorkers("SIGSTOP")
    return { hold: overtaken }
  }
  await first.send("We run a bakery with two shops.")
  await first.rest(1)
  release() // the first worker's end arrives only now
  stage.signalWorkers("SIGCONT")
  await first.send("Customers.")
  await first.rest(2)
  const log = await logOf(api, sessionId)
  expect(broken(log, [first])).toEqual([])
  expect(log.filter(({ type }) => type === "turn.started").length).toBe(3)
})

test("a stop asked of a frozen worker ends the turn from what was stored, within the silence it is given", async () => {
  const { api, sessionId, chat } = await stage.visitor()
  const first = new Witness("first", chat)
  let armed = true
  stage.posts.rule = (call) => {
    if (!armed || !isDelta(call)) return undefined
    armed = false
    stage.signalWorkers("SIGSTOP")
    setImmediate(() => chat.stop())
    return { hold: never }
  }
  await first.send("We run a bakery with two shops.")
  await first.rest(1)
  stage.signalWorkers("SIGKILL")
  stage.posts.rule = () => undefined
  const log = await logOf(api, sessionId)
  expect(broken(log, [first])).toEqual([])
  expect(ends(log).map(({ type }) => type)).toEqual(["turn.stopped"])
})
