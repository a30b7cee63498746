import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { frameId, greeted, newSession } from "../raw.ts"
import { broken } from "./checker.ts"
import { dice } from "./dice.ts"
import { logOf, Witness } from "./history.ts"
import type { Rule } from "./proxy.ts"
import { Stage } from "./stage.ts"

let stage: Stage
beforeAll(async () => {
  stage = await Stage.open()
})
afterAll(() => stage.close())
afterEach(() => {
  stage.posts.rule = stage.table.rule = () => undefined
})

const BRIEF = "We run a bakery with two shops and want orders online, at most 150 on Saturdays."
const isWrite = (target: string) => /^(TransactWriteItems|UpdateItem|PutItem)$/.test(target)
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Two devices of one visitor talk through it; both must end with the log as stored. */
async function talk(rule: { posts?: Rule; table?: Rule }, messages = 3): Promise<void> {
  const { api, sessionId, chat } = await stage.visitor()
  const [first, second] = [new Witness("first", chat), new Witness("second", stage.open(api, sessionId))]
  await Promise.all(
    [first, second].map((each) => each.until(({ chat }) => chat.state.connection === "live", "it is live")),
  )
  if (rule.posts) stage.posts.rule = rule.posts
  if (rule.table) stage.table.rule = rule.table
  for (let turn = 1; turn <= messages; turn++) {
    const sender = turn % 2 ? first : second
    await sender.send(turn === 1 ? BRIEF : `Answer number ${turn}: about ${turn * 10} customers.`)
    await Promise.all([first.rest(turn), second.rest(turn)])
  }
  stage.posts.rule = stage.table.rule = () => undefined
  expect(broken(await logOf(api, sessionId), [first, second])).toEqual([])
}

test("a third of all pushes lost: both devices end with the same log", async () => {
  const roll = dice(Date.now() % 1e6)
  await talk({ posts: ({ body }) => (!/"(welcome|synced)"/.test(body) && roll() < 0.33 ? { refuse: 410 } : undefined) })
})

test("pushes doubled, and lost answers after delivery: nothing is shown or stored twice", async () => {
  const roll = dice(Date.now() % 1e6)
  await talk({
    posts: () => {
      const rolled = roll()
      return rolled < 0.3 ? { double: true } : rolled < 0.5 ? { loseAnswer: true } : undefined
    },
  })
})

test("pushes that overtake each other: both devices end with the same log", async () => {
  const roll = dice(Date.now() % 1e6)
  await talk({ posts: () => ({ hold: later(roll() * 300) }) })
})

test("the last push of every turn lost: sync finds it", async () => {
  await talk({
    posts: ({ body }) => (body.includes('"turn.completed"') && body.includes('"event"') ? { refuse: 410 } : undefined),
  })
})

test("a table that loses a fifth of its answers after carrying them out: everything happens once", async () => {
  const roll = dice(Date.now() % 1e6)
  await talk({ table: ({ target }) => (isWrite(target) && roll() < 0.2 ? { loseAnswer: true } : undefined) })
})

test.each([
  ["a message", "claim#"],
  ["an end", '{"S":"completed"}'],
])("%s whose every answer is lost was carried out all the same, and is not repeated", async (_, mark) => {
  let lost = 0
  await talk(
    {
      // Both tries that the SDK makes of one transaction.
      table: ({ target, body }) =>
        target === "TransactWriteItems" && body.includes(mark) && ++lost <= 2 ? { loseAnswer: true } : undefined,
    },
    1,
  )
  expect(lost).toBeGreaterThanOrEqual(2)
})

test("a table that fails a fifth of all calls: everything still happens, once", async () => {
  const roll = dice(Date.now() % 1e6)
  await talk({ table: () => (roll() < 0.2 ? { refuse: 500 } : undefined) })
})

test("a table out of reach for 3 seconds in the middle of a reply: the reply ends all the same", async () => {
  let reached = true
  await talk(
    {
      posts: ({ body }) => {
        if (body.includes('"delta"') && reached) {
          reached = false
          setTimeout(() => (stage.table.rule = () => undefined), 3_000)
          stage.table.rule = () => ({ refuse: 503 })
        }
        return undefined
      },
    },
    1,
  )
})

test("a table that hangs: the visitor is told to try again, and the same frame then arrives once", async () => {
  const visitor = await newSession(stage.url)
  const socket = await greeted(visitor)
  const { promise: back, resolve: comesBack } = Promise.withResolvers<void>()
  stage.table.rule = () => ({ hold: back })
  const frame = { action: "sendMessage", id: frameId(), text: BRIEF }
  socket.send(frame)
  expect(await socket.next(({ type }) => type === "error")).toMatchObject({ code: "unavailable", id: frame.id })
  comesBack()
  stage.table.rule = () => undefined
  socket.send(frame)
  await socket.next((each) => JSON.stringify(each).includes("turn.completed"))
  const log = await logOf(visitor.api, visitor.session.id)
  expect(log.filter(({ type }) => type === "message.appended")).toHaveLength(2)
})

test("sockets cut in the middle of a reply: the reply goes on, and is picked up where it is", async () => {
  const { api, sessionId, chat } = await stage.visitor()
  const first = new Witness("first", chat)
  let cuts = 0
  stage.posts.rule = ({ path, body }) => {
    if (!body.includes('"delta"') || cuts++ % 3 !== 1) return undefined
    return { hold: fetch(`${stage.management}${path}`, { method: "DELETE", headers: stage.signed }) }
  }
  for (const turn of [1, 2, 3]) {
    await first.send(turn === 1 ? BRIEF : `Answer number ${turn}.`)
    await first.rest(turn)
  }
  expect(cuts).toBeGreaterThan(2)
  expect(broken(await logOf(api, sessionId), [first])).toEqual([])
})
