import type { MiddlewareObj } from "@middy/core"
import { Bucket } from "@spec-wizard/core/limit/bucket"
import * as Log from "@spec-wizard/core/log"
import type { Deps } from "./deps.ts"
import type { SocketEvent, SocketResult } from "./socket-event.ts"

/** Frames of any kind, and those nobody can read, from one connection. */
const frames = new Bucket("frame-connection")
/** Whoever was refused so often is not listening. */
const MAX_REFUSED = 60
const PAUSE_MS = 60_000
/** Connections that have heard `bye`. */
const told = new Set<string>()
const MAX_TOLD = 1_000

/**
 * Refuses what comes too fast before anything is read for it, and closes the connection when it goes on. Counted where it is handled: one
 * connection must not keep a process busy that serves others.
 * @throws {RateLimitedError}
 */
export function paced<Event extends SocketEvent>(
  deps: Pick<Deps, "clock" | "settings" | "gateway">,
): MiddlewareObj<Event, SocketResult> {
  return {
    before: async ({ event }) => {
      const { connectionId } = event.requestContext
      if (frames.refused(connectionId) < MAX_REFUSED) return frames.take(deps, connectionId)
      const isFirst = frames.refuse(connectionId) === MAX_REFUSED + 1
      if (isFirst) {
        Log.info("connection.too_fast", { connectionId })
        if (told.size >= MAX_TOLD) told.clear()
        try {
          await deps.gateway.post(connectionId, { type: "bye", reason: "too_fast", reconnectAfterMs: PAUSE_MS })
        } finally {
          told.add(connectionId)
        }
      }
      // What was on its way before must not overtake the last word; what comes after closes again, in case that failed.
      if (told.has(connectionId)) await deps.gateway.close(connectionId)
      return { statusCode: 200 }
    },
  }
}
