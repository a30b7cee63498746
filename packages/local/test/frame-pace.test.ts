import { afterAll, beforeAll, expect, test } from "vitest"
import { type House, startHouse } from "../src/house.ts"
import { Jar } from "./jar.ts"
import { socketOf } from "./keeper.ts"

let house: House
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "1" } })
})
afterAll(() => house.stop())

async function visitor() {
  const jar = new Jar(house.url)
  const sessionId = await jar.begin()
  return { jar, sessionId, socket: await socketOf(house, jar, sessionId) }
}

test.each([
  ["pings", { action: "ping" }, "pong"],
  ["questions for what was missed", { action: "sync", lastSeq: 0 }, "synced"],
  ["frames that nobody can read", { action: "dance" }, "frame.invalid"],
])(
  "%s without a pause are answered up to a limit, then refused, then the connection is closed",
  async (_, frame, answer) => {
    const { jar, sessionId, socket } = await visitor()
    const other = await visitor()
    for (let sent = 0; sent < 400; sent++) socket.send(frame)
    const bye = await socket.next(({ type }) => type === "bye")
    expect(bye).toEqual({ type: "bye", reason: "too_fast", reconnectAfterMs: 60_000 })
    await socket.closed
    const kindOf = (one: object) => ("code" in one ? one.code : "type" in one ? one.type : undefined)
    const answers = socket.frames.map(kindOf)
    expect(answers.filter((kind) => kind === answer).length).toBeLessThan(300)
    expect(answers).toContain("rate.limited")

    other.socket.send({ action: "ping" })
    await other.socket.next(({ type }) => type === "pong")
    const again = await socketOf(house, jar, sessionId)
    again.send({ action: "ping" })
    await again.next(({ type }) => type === "pong")
  },
)
