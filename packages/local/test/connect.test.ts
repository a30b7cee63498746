import { afterAll, beforeAll, expect, test } from "vitest"
import { startDynamoDB } from "../src/engine/dynamodb.ts"
import { type House, startHouse } from "../src/house.ts"
import { FaultProxy } from "./faults/proxy.ts"
import { greeted, newSession, open, RawSocket } from "./raw.ts"

let house: House
let engine: Awaited<ReturnType<typeof startDynamoDB>>
let table: FaultProxy
beforeAll(async () => {
  ;[engine, table] = await Promise.all([startDynamoDB({}), FaultProxy.open()])
  table.connect(engine.endpoint)
  house = await startHouse({ port: 0, env: { AWS_ENDPOINT_URL_DYNAMODB: table.url } })
})
afterAll(async () => {
  await house.stop()
  table.close()
  await engine.stop()
})

const protocols = ({ protocol, ticket }: { protocol: string; ticket: string }) => [protocol, `ticket.${ticket}`]

test("a ticket opens one socket, once", async () => {
  const visitor = await newSession(house.url)
  const issued = await visitor.ticket()
  const socket = await RawSocket.connect(issued.url, protocols(issued))
  expect(socket).toBeInstanceOf(RawSocket)
  expect(await RawSocket.connect(issued.url, protocols(issued))).toBe(401)
})

test("of 20 sockets that show the same ticket at once, one opens", async () => {
  const visitor = await newSession(house.url)
  const issued = await visitor.ticket()
  const all = await Promise.all(Array.from({ length: 20 }, () => RawSocket.connect(issued.url, protocols(issued))))
  expect(all.filter((socket) => socket instanceof RawSocket)).toHaveLength(1)
})

test("a table that does not answer is a reason to come again, and the ticket still opens", async () => {
  const visitor = await newSession(house.url)
  const issued = await visitor.ticket()
  table.rule = ({ target }) => (target === "TransactWriteItems" ? { refuse: 500 } : undefined)
  expect(await RawSocket.connect(issued.url, protocols(issued))).toBe(503)
  table.rule = () => undefined
  expect(await RawSocket.connect(issued.url, protocols(issued))).toBeInstanceOf(RawSocket)
})

test("a ticket opens nothing after 30 seconds", async () => {
  const visitor = await newSession(house.url)
  const issued = await visitor.ticket()
  house.clock.advance(30_001)
  expect(await RawSocket.connect(issued.url, protocols(issued))).toBe(401)
})

test.each([
  ["no ticket", ["spec-wizard.v1"]],
  ["a made-up ticket", ["spec-wizard.v1", `ticket.${"a".repeat(43)}`]],
  ["no protocol", [`ticket.${"a".repeat(43)}`]],
])("%s is refused before the upgrade, without detail", async (_, offered) => {
  expect(await RawSocket.connect(`ws://localhost:${house.port}/ws`, offered)).toBe(401)
})

test("a page of another site is refused, even with a good ticket; our own is let in", async () => {
  const visitor = await newSession(house.url)
  const stolen = await visitor.ticket()
  expect(await RawSocket.connect(stolen.url, protocols(stolen), { origin: "https://evil.example" })).toBe(403)
  const own = await visitor.ticket()
  expect(await RawSocket.connect(own.url, protocols(own), { origin: house.url })).toBeInstanceOf(RawSocket)
})

test("a ticket got with a cookie needs an Origin, because only a browser holds cookies", async () => {
  const visitor = await newSession(house.url)
  const response = await fetch(`${house.url}/v1/sessions/${visitor.session.id}/tickets`, {
    method: "POST",
    headers: { cookie: `spec_wizard=${visitor.token}`, origin: house.url },
  })
  expect(response.status).toBe(201)
  const issued = (await response.json()) as { url: string; protocol: string; ticket: string } // the route's answer
  expect(await RawSocket.connect(issued.url, protocols(issued))).toBe(403)
})

test("welcome is the first frame, and synced ends every answer", async () => {
  const socket = await open(await newSession(house.url))
  socket.send({ action: "hello", v: 1, lastSeq: 0 })
  await socket.next(({ type }) => type === "synced")
  expect(socket.frames.map(({ type }) => type)).toEqual(["welcome", "synced"])
})

test.each([
  ["a lastSeq beyond the head", { lastSeq: 99 }],
  ["another log's id", { lastSeq: 2, logId: "log_of_yesterday" }],
])("%s gets the log from its beginning", async (_, claim) => {
  const visitor = await newSession(house.url)
  const first = await greeted(visitor)
  first.send({ action: "sendMessage", id: "message_1", text: "We run a bakery." })
  await first.next((frame) => JSON.stringify(frame).includes("turn.completed"))
  const socket = await open(visitor)
  socket.send({ action: "hello", v: 1, ...claim })
  await socket.next(({ type }) => type === "synced")
  const [welcome, events] = socket.frames
  expect(welcome).toMatchObject({ type: "welcome", headSeq: 5 })
  expect(events).toMatchObject({ type: "events", events: [{ seq: 1 }, { seq: 2 }, { seq: 3 }, { seq: 4 }, { seq: 5 }] })
})

test("no connection ever receives another session's frames", async () => {
  const [ada, ben] = await Promise.all([newSession(house.url), newSession(house.url)])
  const [hers, his] = await Promise.all([greeted(ada), greeted(ben)])
  hers.send({ action: "sendMessage", id: "message_1", text: "We run a bakery." })
  await hers.next((frame) => JSON.stringify(frame).includes("turn.completed"))
  his.send({ action: "ping" })
  await his.next(({ type }) => type === "pong")
  expect(his.frames.map(({ type }) => type)).toEqual(["welcome", "synced", "pong"])
})

test("nothing is pushed to a connection that has not said hello", async () => {
  const visitor = await newSession(house.url)
  const [silent, talking] = [await open(visitor), await greeted(visitor)]
  talking.send({ action: "sendMessage", id: "message_1", text: "We run a bakery." })
  await talking.next((frame) => JSON.stringify(frame).includes("turn.completed"))
  expect(silent.frames).toEqual([])
})
