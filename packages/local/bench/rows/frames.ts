import { setTimeout as sleep } from "node:timers/promises"
import { Relay } from "@spec-wizard/chat/relay"
import * as Gateway from "@spec-wizard/core/connection/gateway"
import { loopback } from "../loopback.ts"
import { newTurn } from "../new-turn.ts"
import { depsOf, newConnection } from "../relay-deps.ts"
import type { Row } from "../row.ts"
import { percentile, random, spread } from "../statistics.ts"

const ROUND_TRIP_MS = 12
const TOKENS = 300
const TOKENS_PER_SECOND = 60
const REPLIES = 8
const SEED = 20_26
const MAX_FRAMES = 55
const MAX_DELAY_MS = 165

export const frames: Row = {
  name: "frames",
  title: "Frames of a reply",
  how: `${REPLIES} replies of ${TOKENS} tokens at once through the real relay and gateway client, to a service that answers after ${ROUND_TRIP_MS} ms.
Tokens come at random moments (exponential gaps, seed ${SEED}), ${TOKENS_PER_SECOND} a second on average. A token's delay is the time from the relay to the answer of the
post that carried it; the budget holds for the 95th percentile over all tokens, and for the reply with the most frames.`,
  async run(say) {
    const service = await loopback(ROUND_TRIP_MS)
    try {
      say(`replying, about ${TOKENS / TOKENS_PER_SECOND} s`)
      const gateway = Gateway.connect(service.url)
      const replies = await Promise.all(
        Array.from({ length: REPLIES }, (_, index) => reply(gateway, random(SEED + index))),
      )
      const counts = replies.map((one) => one.frames)
      const delays = replies.flatMap((one) => one.delays)
      const p95 = percentile(delays, 0.95)
      return [
        {
          what: `frames of a ${TOKENS}-token reply`,
          measured: spread(counts, "frames", 0),
          floor: `one a token: ${TOKENS}`,
          ratio: Math.max(...counts) / TOKENS,
          budget: `≤ ${MAX_FRAMES}`,
          met: Math.max(...counts) <= MAX_FRAMES,
        },
        {
          what: "added delay of a token",
          measured: `p50 ${percentile(delays, 0.5).toFixed(0)} ms, p95 ${p95.toFixed(1)} ms`,
          budget: `p95 ≤ ${MAX_DELAY_MS} ms`,
          met: p95 <= MAX_DELAY_MS,
        },
      ]
    } finally {
      await service.stop()
    }
  },
}

async function reply(gateway: Gateway.Gateway, next: () => number): Promise<{ frames: number; delays: number[] }> {
  const posts: { end: number; at: number }[] = []
  const observed: Gateway.Gateway = {
    close: gateway.close,
    async post(connectionId, frame) {
      const outcome = await gateway.post(connectionId, frame)
      if (frame.type === "delta") posts.push({ end: frame.offset + frame.text.length, at: performance.now() })
      return outcome
    },
  }
  const connection = newConnection()
  const relay = new Relay(depsOf(observed), newTurn(connection.sessionId))
  relay.add([connection])
  const tokens: { end: number; at: number }[] = []
  let due = performance.now()
  for (let token = 0; token < TOKENS; token++) {
    due += (-Math.log(1 - next()) * 1_000) / TOKENS_PER_SECOND
    const waitMs = due - performance.now()
    if (waitMs > 1) await sleep(waitMs)
    relay.push("token ")
    tokens.push({ end: relay.text.length, at: performance.now() })
  }
  await relay.finish(3_000)
  const delays = tokens.map(({ end, at }) => {
    const carried = posts.find((post) => post.end >= end)
    if (!carried) throw new Error("a token was not delivered")
    return carried.at - at
  })
  return { frames: posts.length, delays }
}
