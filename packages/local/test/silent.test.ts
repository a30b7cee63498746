import { afterAll, beforeAll, expect, test } from "vitest"
import { TABLE_NAME } from "../src/environment.ts"
import { type House, startHouse } from "../src/house.ts"
import { frameId, greeted, newSession, open, type RawSocket } from "./raw.ts"
import { rows } from "./rows.ts"

let house: House
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { SWEEP_MS: "3600000" } })
})
afterAll(() => house.stop())

const BYE = { type: "bye", reason: "no_hello", reconnectAfterMs: 0 }

async function answers(socket: RawSocket): Promise<void> {
  const pongs = () => socket.frames.filter(({ type }) => type === "pong").length
  const before = pongs()
  socket.send({ action: "ping" })
  await socket.next(() => pongs() > before)
}

test("a connection that says no hello within ten seconds is told so, and closed; one that said it, or is younger, is not", async () => {
  const visitor = await newSession(house.url)
  const [silent, pinging, talking] = [await open(visitor), await open(visitor), await greeted(visitor)]
  await answers(pinging)
  house.clock.advance(6_000)
  const young = await open(visitor)
  house.clock.advance(5_000) // those that are due within one second share a sweep
  for (const socket of [silent, pinging]) {
    expect(await socket.next(({ type }) => type === "bye")).toEqual(BYE)
    await socket.closed
  }
  await answers(talking)
  young.send({ action: "hello", v: 1, lastSeq: 0 })
  await young.next(({ type }) => type === "synced")
  house.clock.advance(3_600_000) // the sweeper, too
  for (const socket of [talking, young]) await answers(socket)
})

test("a message sent without hello is answered all the same", async () => {
  const visitor = await newSession(house.url)
  const silent = await open(visitor)
  silent.send({ action: "sendMessage", id: frameId(), text: "We run a bakery." })
  await silent.next(({ type }) => type === "ack")
  house.clock.advance(11_000)
  await silent.next(({ type }) => type === "bye")
  const next = await greeted(visitor)
  await next.next((frame) => JSON.stringify(frame).includes("turn.completed"))
})

test("nothing of a closed connection stays, and one that greeted is in no list", async () => {
  const visitor = await newSession(house.url)
  const silent = await open(visitor)
  house.clock.advance(11_000)
  await silent.closed
  await greeted(visitor)
  const connections = (await rows(TABLE_NAME)).filter(({ sk }) => sk.startsWith("connection#"))
  const ours = connections.filter(({ pk }) => pk.endsWith(visitor.session.id))
  expect(ours).toHaveLength(1)
  expect(ours[0]?.item).not.toHaveProperty("gsi1pk")
})
