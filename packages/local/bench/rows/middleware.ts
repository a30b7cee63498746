import { onFrame } from "@spec-wizard/chat/middleware"
import type { SocketEvent, SocketResult } from "@spec-wizard/chat/socket-event"
import { SendMessage } from "@spec-wizard/core/protocol/client-frame"
import { depsOf, InstantTable, newConnection } from "../relay-deps.ts"
import type { Row } from "../row.ts"
import { median, spread } from "../statistics.ts"

const BLOCKS = 24
const WARM_UP = 6
const CALLS = 4_000
const BUDGET_US = 15

export const middleware: Row = {
  name: "middleware",
  title: "Middleware, warm",
  how: `What \`onFrame\` adds around a handler that does nothing: the chain of middlewares, the connection's item parsed, a frame with 400
bytes of text measured, parsed and checked. The table answers at once. ${BLOCKS} blocks of ${CALLS} calls, in turns with a bare handler.`,
  async run(say) {
    const connection = newConnection()
    const gateway = { post: async () => "sent" as const, close: async () => {} }
    const item = { pk: `connection#${connection.connectionId}`, sk: "connection", ...connection }
    const wrapped = onFrame(depsOf(gateway, new InstantTable(item)), SendMessage, async () => {})
    const bare = async (_event: SocketEvent): Promise<SocketResult> => ({ statusCode: 200 })
    const event: SocketEvent = {
      requestContext: { connectionId: connection.connectionId, requestId: "none", identity: { sourceIp: "127.0.0.1" } },
      body: JSON.stringify({
        action: "sendMessage",
        id: "message-1",
        text: "We bake bread. ".repeat(27).slice(0, 400),
      }),
    }
    // The types are those of an event that has passed the middlewares; the chain is what makes it one.
    const chain = wrapped as unknown as (event: SocketEvent, context: object) => Promise<SocketResult>

    say("calling")
    const [chained, empty]: [number[], number[]] = [[], []]
    for (let block = 0; block < WARM_UP + BLOCKS; block++) {
      const [one, other] = [await timed(() => chain({ ...event }, {})), await timed(() => bare({ ...event }))]
      if (block < WARM_UP) continue
      chained.push(one)
      empty.push(other)
    }
    const us = median(chained)
    return [
      {
        what: "a frame through `onFrame`",
        measured: spread(chained, "µs"),
        floor: `bare: ${spread(empty, "µs", 2)}`,
        ratio: us / median(empty),
        budget: `≤ ${BUDGET_US} µs`,
        met: us <= BUDGET_US,
      },
    ]
  },
}

/** Microseconds a call. */
async function timed(call: () => Promise<SocketResult>): Promise<number> {
  const startedAt = performance.now()
  for (let index = 0; index < CALLS; index++) {
    const { statusCode } = await call()
    if (statusCode !== 200) throw new Error("the frame was refused")
  }
  return ((performance.now() - startedAt) * 1_000) / CALLS
}
