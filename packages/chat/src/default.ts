import * as Connection from "@spec-wizard/core/connection"
import * as ClientFrame from "@spec-wizard/core/protocol/client-frame"
import { MINOR } from "@spec-wizard/core/protocol/version"
import * as Turn from "@spec-wizard/core/turn"
import * as Recover from "@spec-wizard/core/turn/recover"
import { begin } from "./begin.ts"
import { catchUp, welcome } from "./catch-up.ts"
import { deps } from "./deps.ts"
import { onFrame } from "./middleware.ts"

/** Every frame but `sendMessage`, which the gateway routes to a handler of its own, unless it came in a shape it could not read. */
export const handler = onFrame(deps, ClientFrame.Info, async ({ connection, frame, ip }) => {
  const { sessionId } = connection
  switch (frame.action) {
    case "hello":
      // Our own page has said so for its ticket; only a newer client that did not costs a write.
      if (frame.minor !== undefined && frame.minor > Math.max(MINOR, connection.minor ?? 0))
        await Connection.speaks(deps, connection, frame.minor)
      return welcome(deps, connection, frame)
    case "sync":
      return catchUp(deps, connection, frame.lastSeq)
    case "stop":
      return Recover.stop(deps, sessionId, frame.turnId)
    case "retry":
      return begin(deps, connection, await Turn.retry(deps, { sessionId, ip }, frame), frame.key)
    case "sendMessage":
      return begin(deps, connection, await Turn.accept(deps, { sessionId, ip }, frame), frame.key)
    case "ping":
      await Connection.post(deps, connection, { type: "pong" })
  }
})
