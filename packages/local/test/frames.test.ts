import { afterAll, beforeAll, expect, test } from "vitest"
import { type House, startHouse } from "../src/house.ts"
import { frameId, greeted, newSession, type RawSocket } from "./raw.ts"

let house: House
let socket: RawSocket
beforeAll(async () => {
  house = await startHouse({ port: 0 })
})
afterAll(() => house.stop())

const turnId = "trn_01J0000000000000000000000A"
const message = () => ({ action: "sendMessage", id: frameId(), text: "hi" })

test.each([
  ["no JSON", () => "hello", "frame.invalid"],
  ["an array", () => [1, 2], "frame.invalid"],
  ["a string", () => '"hi"', "frame.invalid"],
  ["null", () => "null", "frame.invalid"],
  ["binary", () => Buffer.from([1, 2, 3]), "frame.invalid"],
  ["10,000 levels", () => `{"action":${"[".repeat(10_000)}`, "frame.invalid"],
  ["no action", () => ({ id: "abcdefgh" }), "frame.invalid"],
  ["an unknown action", () => ({ action: "explode" }), "frame.invalid"],
  ["a number for an action", () => ({ action: 7 }), "frame.invalid"],
  ["an unknown key", () => ({ ...message(), admin: true }), "frame.invalid"],
  ["a prototype key", () => '{"action":"ping","__proto__":{"admin":true}}', "frame.invalid"],
  ["constructor as a key", () => ({ action: "ping", constructor: 1 }), "frame.invalid"],
  ["no text", () => ({ action: "sendMessage", id: frameId() }), "frame.invalid"],
  ["text that is no string", () => ({ ...message(), text: { $gt: "" } }), "frame.invalid"],
  ["a short id", () => ({ ...message(), id: "a" }), "frame.invalid"],
  ["an id with markup", () => ({ ...message(), id: "<b>abcdef</b>" }), "frame.invalid"],
  ["empty text", () => ({ ...message(), text: "" }), "message.empty"],
  ["blank text", () => ({ ...message(), text: " \n\t " }), "message.empty"],
  ["16,001 characters", () => ({ ...message(), text: "x".repeat(16_001) }), "message.too_long"],
  ["30,001 bytes", () => ({ ...message(), text: "é".repeat(15_000) }), "frame.too_large"],
  ["a visitor's key where none is used", () => ({ ...message(), key: { provider: "x", apiKey: "y" } }), "key.refused"],
  ["a retry of nothing", () => ({ action: "retry", id: frameId(), turnId }), "turn.not_retryable"],
  ["a negative lastSeq", () => ({ action: "sync", lastSeq: -1 }), "frame.invalid"],
  ["another version", () => ({ action: "hello", v: 2, lastSeq: 0 }), "frame.invalid"],
])("%s gets a typed error, and the socket stays open", async (_, make, code) => {
  socket = await greeted(await newSession(house.url))
  socket.send(make())
  const error = await socket.next(({ type }) => type === "error")
  expect(error).toMatchObject({ code, detail: expect.any(String), requestId: expect.any(String) })
  socket.send({ action: "ping" })
  await socket.next(({ type }) => type === "pong")
})

test("a refused message is named by its id, so that a client knows which", async () => {
  socket = await greeted(await newSession(house.url))
  socket.send({ ...message(), id: "my_message_1", text: "" })
  expect(await socket.next(({ type }) => type === "error")).toMatchObject({ id: "my_message_1" })
})

test("the id is found wherever it stands in the frame, and not in the text", async () => {
  socket = await greeted(await newSession(house.url))
  socket.send({
    action: "sendMessage",
    text: `${" ".repeat(500)}"id":"not_this_one"`.slice(0, 500),
    id: "my_message_2",
  })
  expect(await socket.next(({ type }) => type === "error")).toMatchObject({ code: "message.empty", id: "my_message_2" })
})

test("an error does not repeat what was sent", async () => {
  socket = await greeted(await newSession(house.url))
  socket.send('{"canary words":1, "action":"ping"}')
  socket.send("canary words")
  socket.send({ action: "canary words" })
  await socket.next(() => socket.frames.filter(({ type }) => type === "error").length === 3)
  expect(JSON.stringify(socket.frames)).not.toContain("canary")
})

test("invalid UTF-8 and frames over 32 KB are closed cleanly, and the house lives", async () => {
  const visitor = await newSession(house.url)
  socket = await greeted(visitor)
  socket.send("x".repeat(33_000))
  expect(await socket.closed).toBe(1009)
  const again = await greeted(visitor)
  again.send({ action: "ping" })
  await again.next(({ type }) => type === "pong")
})

test("stopping what does not run is met with silence", async () => {
  socket = await greeted(await newSession(house.url))
  socket.send({ action: "stop", turnId })
  socket.send({ action: "ping" })
  await socket.next(({ type }) => type === "pong")
  expect(socket.frames.map(({ type }) => type)).toEqual(["welcome", "synced", "pong"])
})
