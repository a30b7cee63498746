import { Relay } from "@spec-wizard/chat/relay"
import { createApi, openChat } from "@spec-wizard/client"
import * as Gateway from "@spec-wizard/core/connection/gateway"
import { loopback, post } from "../loopback.ts"
import { newTurn } from "../new-turn.ts"
import { depsOf, newConnection } from "../relay-deps.ts"
import type { Line, Row, Say } from "../row.ts"
import { serve } from "../served.ts"
import { median, spread } from "../statistics.ts"

const ROUND_TRIP_MS = 12
const RUNS = 60
const WARM_UP = 5
const MESSAGES = 8
const BUDGET = 1.2

export const firstToken: Row = {
  name: "first-token",
  title: "Added time to the first token",
  how: `From the moment the relay gets the first text to the moment its post has been answered, through the real gateway client, against one
bare HTTP POST; the service at the other end answers after ${ROUND_TRIP_MS} ms. ${RUNS} replies and posts in turns. For information: the same in
the whole local house, from a client's \`sendMessage\` to its first delta, over table, worker and interviewer.`,
  run: async (say) => [await added(say), await inTheHouse(say)],
}

async function added(say: Say): Promise<Line> {
  const service = await loopback(ROUND_TRIP_MS)
  try {
    say("replying")
    const gateway = Gateway.connect(service.url)
    const [first, bare]: [number[], number[]] = [[], []]
    for (let run = 0; run < WARM_UP + RUNS; run++) {
      const [one, other] = [await firstText(gateway), await timed(() => post(service.url, {}, "{}"))]
      if (run < WARM_UP) continue
      first.push(one)
      bare.push(other)
    }
    const ratio = median(first) / median(bare)
    return {
      what: "first text to its arrival",
      measured: spread(first, "ms"),
      floor: `one post: ${spread(bare, "ms")}`,
      ratio,
      budget: `≤ ${BUDGET} ×`,
      met: ratio <= BUDGET,
    }
  } finally {
    await service.stop()
  }
}

async function firstText(gateway: Gateway.Gateway): Promise<number> {
  const arrived = Promise.withResolvers<void>()
  const observed: Gateway.Gateway = {
    close: gateway.close,
    async post(connectionId, frame) {
      const outcome = await gateway.post(connectionId, frame)
      arrived.resolve()
      return outcome
    },
  }
  const connection = newConnection()
  const relay = new Relay(depsOf(observed), newTurn(connection.sessionId))
  relay.add([connection])
  return timed(async () => {
    relay.push("First, ")
    await arrived.promise
  })
}

async function inTheHouse(say: Say): Promise<Line> {
  say("starting the house")
  const house = await serve()
  try {
    const times: number[] = []
    for (let message = 0; message <= MESSAGES; message++) {
      const api = createApi({ baseUrl: house.url })
      const { session } = await api.sessions.create()
      const chat = openChat({ api, sessionId: session.id })
      const live = Promise.withResolvers<void>()
      const heard = Promise.withResolvers<void>()
      chat.subscribe((state) => state.connection === "live" && live.resolve())
      chat.on("delta", () => heard.resolve())
      await live.promise
      const startedAt = performance.now()
      const sent = chat.send("We bake bread and want to take orders online, about 150 on a Saturday.")
      await Promise.all([heard.promise.then(() => message > 0 && times.push(performance.now() - startedAt)), sent])
      chat.close()
    }
    return { what: "in the local house: message to first delta", measured: spread(times, "ms", 0) }
  } finally {
    await house.stop()
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
