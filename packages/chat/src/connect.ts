import middy from "@middy/core"
import * as Connection from "@spec-wizard/core/connection"
import * as Ticket from "@spec-wizard/core/connection/ticket"
import { statusOf, VisibleError } from "@spec-wizard/core/error"
import * as Log from "@spec-wizard/core/log"
import { PROTOCOL } from "@spec-wizard/core/protocol/socket"
import { store } from "./deps.ts"
import type { SocketEvent, SocketResult } from "./socket-event.ts"

/**
 * Spends a ticket for a connection. Refuses without detail: 401 for the ticket, 403 for the origin, 503 when the table cannot answer or does
 * not come to rest. Nothing is posted from here.
 */
export const handler = middy<SocketEvent, SocketResult>()
  .onError((request) => {
    const { error } = request
    Log.error("connect.failed", { requestId: request.event.requestContext.requestId }, error)
    request.response = { statusCode: error instanceof VisibleError ? statusOf[error.kind] : 500 }
  })
  .handler(async ({ headers = {}, requestContext: { connectionId } }) => {
    const protocols = (header(headers, "sec-websocket-protocol") ?? "").split(",").map((name) => name.trim())
    const ticket = protocols.find((name) => name.startsWith("ticket."))?.slice("ticket.".length)
    if (!ticket || !protocols.includes(PROTOCOL)) return { statusCode: 401 }

    const grant = await Ticket.find(store, ticket)
    if (!grant) return { statusCode: 401 }
    const origin = header(headers, "origin")
    const welcome = origin === undefined ? grant.bearer : store.settings.allowedOrigins.includes(origin)
    if (!welcome) return { statusCode: 403 }

    if (!(await Connection.open(store, { ticket, connectionId, grant }))) return { statusCode: 401 }
    return { statusCode: 200, headers: { "Sec-WebSocket-Protocol": PROTOCOL } }
  })

/** API Gateway keeps the case a client used. */
function header(headers: Record<string, string | undefined>, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
}
