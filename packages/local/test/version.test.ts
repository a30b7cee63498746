import { MINOR } from "@spec-wizard/core/protocol/version"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type House, startHouse } from "../src/house.ts"
import { Jar } from "./jar.ts"
import { code, enter, type Ticket } from "./keeper.ts"
import { frameId } from "./raw.ts"

let house: House
beforeAll(async () => {
  house = await startHouse({ port: 0 })
})
afterAll(() => house.stop())

/** What a client says of itself: nothing, our own version, the next one. */
const clients: [string, number | undefined, boolean][] = [
  ["that says no version", undefined, false],
  ["of an older minor", MINOR - 1, false],
  ["of our own", MINOR, false],
  ["of a newer minor", MINOR + 1, true],
  ["whose minor is none", Number.NaN, false],
]
const headers = (minor: number | undefined): Record<string, string> =>
  minor === undefined ? {} : { "spec-wizard-minor": String(minor) }

test.each(clients)("a body with a field that we do not know, from a client %s", async (_, minor, isTaken) => {
  const answer = await new Jar(house.url).call("POST", "/v1/sessions", { title: "Bees", mood: "calm" }, headers(minor))
  if (isTaken) expect(answer).toMatchObject({ status: 201, body: { session: { title: "Bees" } } })
  else expect([answer.status, code(answer)]).toEqual([400, "body.invalid"])
})

test.each(clients)(
  "a frame with a field that we do not know, from a client %s, also before hello",
  async (_, minor, isTaken) => {
    const jar = new Jar(house.url)
    const sessionId = await jar.begin()
    const { body } = await jar.call("POST", `/v1/sessions/${sessionId}/tickets`, {}, headers(minor))
    const socket = await enter(house, body as Ticket) // the route's answer
    if (typeof socket === "number") throw new Error(`refused with ${socket}`)
    socket.send({ action: "sendMessage", id: frameId(), text: "We keep bees.", mood: { now: "calm" } })
    const answer = await socket.next(({ type }) => type === "ack" || type === "error")
    expect(answer).toMatchObject(isTaken ? { type: "ack" } : { type: "error", code: "frame.invalid" })
    if (minor === undefined || minor >= 0) {
      socket.send({
        action: "hello",
        v: 1,
        ...(minor !== undefined && { minor }),
        lastSeq: 0,
        ...(isTaken && { shape: "round" }),
      })
      await socket.next(({ type }) => type === "synced")
    }
  },
)

test.each(clients)("a frame after the hello of a client %s whose ticket said nothing", async (_, minor, isTaken) => {
  const jar = new Jar(house.url)
  const sessionId = await jar.begin()
  const { body } = await jar.call("POST", `/v1/sessions/${sessionId}/tickets`, {})
  const socket = await enter(house, body as Ticket) // the route's answer
  if (typeof socket === "number") throw new Error(`refused with ${socket}`)
  const said = minor !== undefined && minor >= 0 ? { minor } : {}
  socket.send({ action: "hello", v: 1, ...said, lastSeq: 0 })
  await socket.next(({ type }) => type === "synced")
  socket.send({ action: "sendMessage", id: frameId(), text: "We keep bees.", mood: { now: "calm" } })
  const answer = await socket.next(({ type }) => type === "ack" || type === "error")
  expect(answer).toMatchObject(isTaken ? { type: "ack" } : { type: "error", code: "frame.invalid" })
})

test("what else is wrong is refused of a newer client, too", async () => {
  const jar = new Jar(house.url)
  const answer = await jar.call("POST", "/v1/sessions", { title: 7, mood: "calm" }, headers(MINOR + 1))
  expect([answer.status, code(answer)]).toEqual([400, "body.invalid"])
})
