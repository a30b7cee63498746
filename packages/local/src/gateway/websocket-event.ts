import { randomUUID } from "node:crypto"
import type { IncomingMessage } from "node:http"
import * as z from "zod/mini"
import type { Outcome } from "../lambda.ts"

/** What is known of a connection from its first request on. Times are epoch milliseconds. */
export type Identity = {
  connectionId: string
  connectedAt: number
  sourceIp: string
  userAgent: string
  domainName: string
}

type EventType = "CONNECT" | "MESSAGE" | "DISCONNECT"

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html */
function contextOf(identity: Identity, routeKey: string, eventType: EventType) {
  const now = Date.now()
  return {
    routeKey,
    eventType,
    connectionId: identity.connectionId,
    connectedAt: identity.connectedAt,
    requestId: randomUUID(),
    extendedRequestId: randomUUID(),
    requestTime: new Date(now).toISOString(),
    requestTimeEpoch: now,
    messageDirection: "IN",
    stage: "local",
    apiId: "local",
    domainName: identity.domainName,
    identity: { sourceIp: identity.sourceIp, userAgent: identity.userAgent },
  }
}

export function connect(identity: Identity, request: IncomingMessage) {
  const multiValueHeaders: Record<string, string[]> = {}
  const { rawHeaders } = request // name, value, name, value, … as the client wrote them
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? ""
    // What the visitor says about addresses is not believed.
    if (name.toLowerCase().startsWith("x-forwarded-")) continue
    multiValueHeaders[name] = [...(multiValueHeaders[name] ?? []), rawHeaders[at + 1] ?? ""]
  }
  multiValueHeaders["X-Forwarded-For"] = [identity.sourceIp]
  multiValueHeaders["X-Forwarded-Proto"] = ["http"]
  const headers = Object.fromEntries(
    Object.entries(multiValueHeaders).map(([name, values]) => [name, values.at(-1) ?? ""]),
  )
  const query = new URL(`http://local${request.url}`).searchParams
  return {
    headers,
    multiValueHeaders,
    ...(query.size > 0 && { queryStringParameters: Object.fromEntries(query) }),
    requestContext: contextOf(identity, "$connect", "CONNECT"),
    isBase64Encoded: false,
  }
}

export function message(identity: Identity, routeKey: string, body: string, isBase64Encoded: boolean) {
  return {
    requestContext: { ...contextOf(identity, routeKey, "MESSAGE"), messageId: randomUUID() },
    body,
    isBase64Encoded,
  }
}

export function disconnect(identity: Identity, disconnectStatusCode: number, disconnectReason: string) {
  const { sourceIp, domainName } = identity
  return {
    headers: { Host: domainName, "X-Forwarded-For": sourceIp },
    multiValueHeaders: { Host: [domainName], "X-Forwarded-For": [sourceIp] },
    requestContext: { ...contextOf(identity, "$disconnect", "DISCONNECT"), disconnectStatusCode, disconnectReason },
    isBase64Encoded: false,
  }
}

const ConnectAnswer = z.object({
  statusCode: z.int().check(z.gte(100), z.lte(599)),
  headers: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
})

/** What `$connect` decided: the status of the handshake and the subprotocol it echoes. A handler that fails is a bad gateway. */
export function answerOf(outcome: Outcome): { statusCode: number; protocol?: string } {
  if (!outcome.ok) return { statusCode: outcome.reason === "timeout" ? 504 : 502 }
  const answer = ConnectAnswer.safeParse(JSON.parse(outcome.payload))
  if (!answer.success) return { statusCode: 502 }
  const { statusCode, headers = {} } = answer.data
  const protocol = Object.entries(headers).find(([name]) => name.toLowerCase() === "sec-websocket-protocol")?.[1]
  return { statusCode, ...(protocol !== undefined && { protocol: String(protocol) }) }
}

/** The route of a text frame: its JSON body's `action`, when it names one; `$default` for everything else. */
export function routeOf(body: string, actions: readonly string[]): string {
  try {
    const parsed: unknown = JSON.parse(body)
    if (typeof parsed !== "object" || parsed === null || !Object.hasOwn(parsed, "action")) return "$default"
    const { action } = parsed as { action: unknown } // it has one, as the line above says
    return typeof action === "string" && actions.includes(action) ? action : "$default"
  } catch {
    return "$default"
  }
}
