import { createApi, openChat } from "@spec-wizard/client"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type House, startHouse } from "../src/house.ts"
import { broken } from "./faults/checker.ts"
import { ends, logOf, Witness } from "./faults/history.ts"
import { frameId, greeted, newSession } from "./raw.ts"

let house: House
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "1000" } })
})
afterAll(() => house.stop())

const BRIEF = "We run a bakery with two shops and want orders online, at most 150 on Saturdays."

test("a conversation: each message is answered once, as streamed, with a question and choices", async () => {
  const { api, session } = await newSession(house.url)
  const chat = openChat({ api, sessionId: session.id })
  const first = new Witness("first", chat)
  for (const [turn, text] of [BRIEF, "Customers and our two bakers.", "not sure", "that's all"].entries()) {
    await first.send(text)
    await first.rest(turn + 1)
  }
  chat.close()
  const log = await logOf(api, session.id)
  expect(broken(log, [first])).toEqual([])
  expect(log.map(({ type }) => type).slice(0, 5)).toEqual([
    "message.appended",
    "turn.started",
    "message.appended",
    "specification.patched",
    "turn.completed",
  ])
  expect(chat.state.messages.map(({ role }) => role)).toEqual(Array(4).fill(["visitor", "wizard"]).flat())
  expect(chat.state.messages[1]?.choices?.length).toBeGreaterThanOrEqual(2)
})

test("the same frame gets the same ack, at once, twenty times, later, and while its turn runs; it is stored once", async () => {
  const visitor = await newSession(house.url)
  const [left, right] = await Promise.all([greeted(visitor), greeted(visitor)])
  const frame = { action: "sendMessage", id: "message_1", text: BRIEF }
  for (let copy = 0; copy < 10; copy++) {
    left.send(frame)
    right.send(frame)
  }
  const isAck = ({ type }: { type?: string }) => type === "ack"
  await left.next(() => left.frames.filter(isAck).length === 10)
  await right.next(() => right.frames.filter(isAck).length === 10)
  await left.next((each) => JSON.stringify(each).includes("turn.completed"))
  left.send(frame)
  await left.next(() => left.frames.filter(isAck).length === 11)
  expect(new Set([...left.frames, ...right.frames].filter(isAck).map((ack) => JSON.stringify(ack))).size).toBe(1)
  const log = await logOf(visitor.api, visitor.session.id)
  expect(log.map(({ type }) => type)).toEqual([
    "message.appended",
    "turn.started",
    "message.appended",
    "specification.patched",
    "turn.completed",
  ])
})

test("an id used again for another text is refused", async () => {
  const socket = await greeted(await newSession(house.url))
  socket.send({ action: "sendMessage", id: "message_1", text: "We run a bakery." })
  await socket.next((each) => JSON.stringify(each).includes("turn.completed"))
  socket.send({ action: "sendMessage", id: "message_1", text: "We run a garage." })
  expect(await socket.next(({ type }) => type === "error")).toMatchObject({
    code: "message.id_reused",
    id: "message_1",
  })
})

test("of twenty different messages sent at once, none is taken while another one is answered", async () => {
  const visitor = await newSession(house.url)
  const socket = await greeted(visitor)
  for (let n = 0; n < 20; n++) socket.send({ action: "sendMessage", id: frameId(), text: `Message ${n}` })
  await socket.next(() => socket.frames.filter(({ type }) => type === "error" || type === "ack").length === 20)
  const acks = socket.frames.filter(({ type }) => type === "ack")
  const refusals = socket.frames.filter(({ type }) => type === "error")
  expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(["turn.active"]))
  const completed = (frame: object) => JSON.stringify(frame).includes("turn.completed")
  await socket.next(() => socket.frames.filter(completed).length === acks.length)
  // One, unless handlers are so slow that the first answer is through before the last message arrives.
  const exchange = ["message.appended", "turn.started", "message.appended", "turn.completed"]
  const log = await logOf(visitor.api, visitor.session.id)
  const types = log.map(({ type }) => type).filter((type) => type !== "specification.patched") // not all of it is worth a line
  expect(types).toEqual(acks.flatMap(() => exchange))
})

test("a stop from another device ends the reply with exactly what was sent; a retry answers the same message", async () => {
  const { api, session, token } = await newSession(house.url)
  const phone = openChat({ api: createApi({ baseUrl: house.url, token }), sessionId: session.id })
  const [first, second] = [new Witness("first", openChat({ api, sessionId: session.id })), new Witness("second", phone)]
  for (const [turn, text] of [
    BRIEF,
    "Customers and our two bakers.",
    "Bread must be ordered the day before.",
  ].entries()) {
    await first.send(text)
    await Promise.all([first.rest(turn + 1), second.rest(turn + 1)])
  }
  await first.send("that's all") // its answer is long enough to be stopped: a summary
  await second.until(({ chat }) => (chat.state.turn?.text ?? "") !== "", "text is seen")
  phone.stop()
  await Promise.all([first.rest(4), second.rest(4)])
  const stopped = first.chat.state.messages.at(-1)
  await first.chat.retry()
  await Promise.all([first.rest(5), second.rest(5)])
  for (const { chat } of [first, second]) chat.close()
  const log = await logOf(api, session.id)
  expect(broken(log, [first, second])).toEqual([])
  expect(ends(log).map(({ type }) => type)).toEqual([
    ...Array(3).fill("turn.completed"),
    "turn.stopped",
    "turn.completed",
  ])
  const whole = first.chat.state.messages.at(-1)
  expect(stopped?.role).toBe("wizard")
  expect(whole?.text.length).toBeGreaterThan(stopped?.text.length ?? Number.POSITIVE_INFINITY)
  expect(whole?.text.startsWith(stopped?.text ?? "-")).toBe(true) // the retry starts from the same memory
  expect(first.chat.state.messages.filter(({ role }) => role === "visitor")).toHaveLength(4)
})

test("a device that joins in the middle of a reply sees it from its first word, and goes on with it", async () => {
  const { api, session } = await newSession(house.url)
  const first = new Witness("first", openChat({ api, sessionId: session.id }))
  await first.send(BRIEF)
  await first.until(({ chat }) => (chat.state.turn?.text ?? "") !== "", "text is seen")
  const second = new Witness("second", openChat({ api, sessionId: session.id }))
  await Promise.all([first.rest(1), second.rest(1)])
  for (const { chat } of [first, second]) chat.close()
  expect(broken(await logOf(api, session.id), [first, second])).toEqual([])
})

test("a message of 16,000 characters, too large to be pushed, reaches every device", async () => {
  const { api, session } = await newSession(house.url)
  const [first, second] = [1, 2].map((n) => new Witness(String(n), openChat({ api, sessionId: session.id })))
  if (!first || !second) throw new Error("two witnesses")
  await first.send("bread and cake ".repeat(1_066))
  await Promise.all([first.rest(1), second.rest(1)])
  for (const { chat } of [first, second]) chat.close()
  expect(broken(await logOf(api, session.id), [first, second])).toEqual([])
})

test("after 30 days without a visit a session answers as if it had never been", async () => {
  const { api, session } = await newSession(house.url)
  await api.sessions.get(session.id)
  house.clock.advance(30 * 86_400_000 + 1_000)
  await expect(api.sessions.get(session.id)).rejects.toMatchObject({ status: 404, code: "session.not_found" })
  await expect(api.sessions.ticket(session.id)).rejects.toMatchObject({ code: "session.not_found" })
})
