import * as Ticket from "@spec-wizard/core/connection/ticket"
import * as Limit from "@spec-wizard/core/limit"
import type * as Http from "@spec-wizard/core/protocol/http"
import { PROTOCOL } from "@spec-wizard/core/protocol/socket"
import { MINOR_HEADER, minorOf } from "@spec-wizard/core/protocol/version"
import { deps } from "./deps.ts"
import { bodyOf, onSession } from "./middleware.ts"
import { Nothing } from "./nothing.ts"

/** For one WebSocket connection. A ticket got with a cookie opens it only from an allowed Origin. */
export const handler = onSession(deps, async ({ event, session, credential }) => {
  bodyOf(event, Nothing)
  await Limit.take(deps, "ticket-device", credential.device.id)
  const minor = minorOf(event.headers[MINOR_HEADER])
  const who = { sessionId: session.id, deviceId: credential.device.id, bearer: credential.via === "bearer" }
  const grant = { ...who, ...(minor !== undefined && { minor }) }
  const issued = await Ticket.issue(deps, grant)
  const body: Http.TicketIssued = { ...issued, url: deps.socketUrl, protocol: PROTOCOL }
  return { status: 201, body }
})
