import { randomUUID } from "node:crypto"
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http"
import type { Lambda } from "../lambda.ts"
import { readBody } from "./body.ts"
import { answerOf, requestEvent } from "./http-event.ts"
import { INTEGRATION_MS, integrate } from "./integration.ts"
import * as respond from "./respond.ts"

/**
 * What Lambda takes, less than the gateway does.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const MAX_BODY_BYTES = 6 * 1024 * 1024

/** API Gateway's HTTP side: one request, one invocation of `name`. */
export async function handleHttp(
  lambda: Lambda,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  timeoutMs = INTEGRATION_MS,
): Promise<void> {
  const body = await readBody(request, MAX_BODY_BYTES)
  if (!body) return problem(response, 413, "body.too_large", "The request is larger than 6 MB.")
  const outcome = await integrate(lambda, name, requestEvent(request, body), timeoutMs)
  if (!outcome.ok) {
    if (outcome.reason === "timeout")
      return problem(response, 503, "unavailable", "The service did not answer in time.")
    return problem(response, 500, "internal", "Something went wrong on our side.")
  }
  const answer = answerOf(outcome.payload)
  if (!answer) return problem(response, 500, "internal", "Something went wrong on our side.")
  try {
    response.writeHead(answer.status, { ...answer.headers, "content-length": answer.body.length })
  } catch {
    return problem(response, 500, "internal", "Something went wrong on our side.") // a header that cannot be sent
  }
  response.end(answer.body) // Node leaves the body out for HEAD, 204 and 304
}

/** The gateway's own refusals read like the API's. */
export function problem(response: ServerResponse, status: number, code: string, detail: string): void {
  const body = { type: "about:blank", title: STATUS_CODES[status], status, code, detail, requestId: randomUUID() }
  const retry = status === 503 ? { "retry-after": "2" } : {}
  respond.json(response, status, body, { "content-type": "application/problem+json", ...retry })
}
