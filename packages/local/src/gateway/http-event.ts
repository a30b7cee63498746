import { isUtf8 } from "node:buffer"
import { randomUUID } from "node:crypto"
import type { IncomingMessage } from "node:http"
import * as z from "zod/mini"

/** An HTTP API's request as its function gets it, payload format 2.0. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
export function requestEvent(request: IncomingMessage, body: Buffer) {
  const url = new URL(`http://local${request.url}`)
  const sourceIp = request.socket.remoteAddress ?? ""
  const { cookie, ...rest } = joined(request)
  const headers = { ...rest, "x-forwarded-for": sourceIp, "x-forwarded-proto": "http" }
  const query = joinedQuery(url.searchParams)
  const isText = body.length > 0 && isTextType(request.headers["content-type"] ?? "") && isUtf8(body)
  const now = Date.now()
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie !== undefined && { cookies: cookie.split(/; */).filter(Boolean) }),
    headers,
    ...(query && { queryStringParameters: query }),
    requestContext: {
      accountId: "000000000000",
      apiId: "local",
      domainName: request.headers.host ?? "",
      domainPrefix: "local",
      http: {
        method: request.method ?? "GET",
        path: url.pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp,
        userAgent: request.headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey: "$default",
      stage: "$default",
      time: new Date(now).toUTCString(),
      timeEpoch: now,
    },
    ...(body.length > 0 && { body: body.toString(isText ? "utf8" : "base64") }),
    isBase64Encoded: body.length > 0 && !isText,
  }
}

/** Everything else arrives as base64, forms too. */
const isTextType = (type: string) => /^(text\/|application\/([\w.-]+\+)?(json|xml|javascript)\b)/i.test(type)

/** Lower-case names; values of a repeated header joined by commas. What the visitor says about addresses is not believed. */
function joined(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headersDistinct)
      .filter(([name]) => !name.startsWith("x-forwarded-"))
      .map(([name, values = []]) => [name, values.join(name === "cookie" ? "; " : ",")]),
  )
}

function joinedQuery(query: URLSearchParams): Record<string, string> | undefined {
  if (query.size === 0) return undefined
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(",")]))
}

const Answer = z.looseObject({
  statusCode: z.int().check(z.gte(100), z.lte(599)),
  headers: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
  cookies: z.optional(z.array(z.string())),
  body: z.optional(z.nullable(z.string())),
  isBase64Encoded: z.optional(z.boolean()),
})

export type Answer = { status: number; headers: Record<string, string | string[]>; body: Buffer }

/** Undefined when the function's answer is not one. Without a `statusCode` the whole result is the JSON body of a 200. */
export function answerOf(payload: string): Answer | undefined {
  const result: unknown = JSON.parse(payload)
  if (typeof result !== "object" || result === null || !("statusCode" in result)) {
    const body = Buffer.from(typeof result === "string" ? result : payload)
    return { status: 200, headers: { "content-type": "application/json" }, body }
  }
  const parsed = Answer.safeParse(result)
  if (!parsed.success) return undefined
  const { statusCode, headers = {}, cookies = [], body, isBase64Encoded } = parsed.data
  return {
    status: statusCode,
    headers: {
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])),
      ...(cookies.length > 0 && { "set-cookie": cookies }),
    },
    body: Buffer.from(body ?? "", isBase64Encoded ? "base64" : "utf8"),
  }
}
