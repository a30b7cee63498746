import { isUtf8 } from "node:buffer"
import { randomUUID } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import { iso } from "@spec-wizard/core/clock"
import type { Access, Ask } from "../access.ts"
import { isSigned, refuse } from "./aws.ts"
import { readBody } from "./body.ts"
import { MAX_MESSAGE_BYTES, type WebSocketGateway } from "./websocket.ts"

const MANAGE: Ask = {
  action: "execute-api:ManageConnections",
  resource: "connections",
  isGranted: ({ post }) => post === true,
}

/**
 * `@connections`: what handlers say to open sockets.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html
 */
export async function manage(
  gateway: WebSocketGateway,
  connectionId: string,
  request: IncomingMessage,
  response: ServerResponse,
  access?: Access,
): Promise<void> {
  if (!isSigned(request)) return refuse(response, 403, "ForbiddenException", "Missing Authentication Token")
  const refusal = access?.refusal(request.headers.authorization, [MANAGE])
  if (refusal) return refuse(response, 403, refusal.type, refusal.message)
  if (!/^[\w-]{4,64}=?$/.test(connectionId)) {
    return refuse(response, 400, "BadRequestException", "Invalid connectionId")
  }
  if (request.method === "POST") {
    const data = await readBody(request, MAX_MESSAGE_BYTES)
    if (!data) return refuse(response, 413, "PayloadTooLargeException", "Payload is too large")
    const posted = gateway.post(connectionId, data, isUtf8(data))
    if (posted === "gone") return gone(response)
    if (posted === "busy") return refuse(response, 429, "LimitExceededException", "Rate exceeded")
    return done(response, 200)
  }
  if (request.method === "GET") {
    const connection = gateway.get(connectionId)
    if (!connection) return gone(response)
    const { connectedAt, lastActiveAt, sourceIp, userAgent } = connection
    const body = { connectedAt: iso(connectedAt), lastActiveAt: iso(lastActiveAt), identity: { sourceIp, userAgent } }
    return done(response, 200, JSON.stringify(body))
  }
  if (request.method === "DELETE") return gateway.close(connectionId) ? done(response, 204) : gone(response)
  refuse(response, 403, "ForbiddenException", "Missing Authentication Token")
}

const gone = (response: ServerResponse) => refuse(response, 410, "GoneException", "Gone")

function done(response: ServerResponse, status: number, body = ""): void {
  response.writeHead(status, {
    "x-amzn-requestid": randomUUID(),
    ...(status !== 204 && { "content-length": Buffer.byteLength(body), "content-type": "application/json" }),
  })
  response.end(body)
}
