import { test } from "vitest"
import { Jar } from "../jar.ts"
import { socketOf } from "../keeper.ts"
import { expectLimited } from "../limited.ts"
import type { RawSocket } from "../raw.ts"
import { VISITOR_KEY, withModels } from "./asking.ts"

const asked = withModels({ MODEL_PROVIDER: "anthropic", MODEL_PROVIDERS: "anthropic", LIMIT_SCALE: "1" })
const MINUTE = 60_000
const VISITORS = 18

test("ten messages a minute from one place ask a model, of eighteen at once, with whosever key; the next minute ten more", async () => {
  const { house } = asked
  for (const key of [undefined, { provider: "anthropic", apiKey: VISITOR_KEY }]) {
    house.clock.advance(60 * MINUTE)
    const sockets: RawSocket[] = []
    while (sockets.length < VISITORS) {
      const jar = new Jar(house.url, { from: "127.1.1.1" })
      sockets.push(await socketOf(house, jar, await jar.begin()))
    }
    house.clock.advance(MINUTE - (Date.now() % MINUTE))
    const fates = await Promise.all(
      sockets.map(async (socket, index) => {
        const id = `limit-${index}-${process.pid}-${key ? "own" : "ours"}`
        socket.send({ action: "sendMessage", id, text: "We sell bread.", ...(key && { key }) })
        const frame = await socket.next(({ type }) => type === "ack" || type === "error")
        return frame.type === "ack" ? "ack" : String(frame["code"])
      }),
    )
    expectLimited(fates, "ack", 10)
    for (const socket of sockets) socket.drop()
  }
})
