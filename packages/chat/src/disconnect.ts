import middy from "@middy/core"
import * as Connection from "@spec-wizard/core/connection"
import * as Log from "@spec-wizard/core/log"
import { store } from "./deps.ts"
import type { SocketEvent, SocketResult } from "./socket-event.ts"

/** Best effort: the gateway may never call it, and a connection that answers 410 is removed anyway. Never stops a reply. */
export const handler = middy<SocketEvent, SocketResult>()
  .onError((request) => {
    Log.warn("disconnect.failed", { requestId: request.event.requestContext.requestId }, request.error)
    request.response = { statusCode: 200 }
  })
  .handler(async ({ requestContext: { connectionId } }) => {
    const connection = await Connection.get(store, connectionId)
    if (connection) await Connection.remove(store, connection)
    return { statusCode: 200 }
  })
