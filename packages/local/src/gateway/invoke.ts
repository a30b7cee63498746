import { isUtf8 } from "node:buffer"
import { randomUUID } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import type { Access, Ask } from "../access.ts"
import type { Lambda } from "../lambda.ts"
import { isSigned, refuse } from "./aws.ts"
import { readBody } from "./body.ts"

/** @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const MAX_BYTES = { RequestResponse: 6 * 1024 * 1024, Event: 1024 * 1024 }

/**
 * Lambda's `Invoke`, `POST /2015-03-31/functions/<name>/invocations`.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export async function invoke(
  lambda: Lambda,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  access?: Access,
): Promise<void> {
  if (!isSigned(request))
    return refuse(response, 403, "MissingAuthenticationTokenException", "Missing Authentication Token")
  const refusal = access?.refusal(request.headers.authorization, [invokeOf(name)])
  if (refusal) return refuse(response, 403, refusal.type, refusal.message)
  if (request.method !== "POST")
    return refuse(response, 405, "InvalidParameterValueException", "Only POST is known here.")
  const type = request.headers["x-amz-invocation-type"] ?? "RequestResponse"
  if (type !== "RequestResponse" && type !== "Event" && type !== "DryRun")
    return refuse(response, 400, "InvalidParameterValueException", "Unknown invocation type")
  if (!lambda.has(name)) return refuse(response, 404, "ResourceNotFoundException", `Function not found: ${name}`)

  const body = await readBody(request, MAX_BYTES[type === "Event" ? "Event" : "RequestResponse"])
  if (!body) return refuse(response, 413, "RequestTooLargeException", "The payload is larger than Lambda accepts.")
  const payload = body.length === 0 ? "{}" : body.toString("utf8")
  if (!isUtf8(body) || !isJson(payload))
    return refuse(response, 400, "InvalidRequestContentException", "Could not parse request body into json")

  const headers = { "x-amzn-requestid": randomUUID(), "x-amz-executed-version": "$LATEST" }
  if (type === "DryRun") return void response.writeHead(204, headers).end()
  if (type === "Event") {
    lambda.enqueue(name, payload)
    return void response.writeHead(202, headers).end()
  }
  const outcome = await lambda.invokeJson(name, payload)
  const content = { ...headers, "content-type": "application/json" }
  if (outcome.ok) return void response.writeHead(200, content).end(outcome.payload)
  const failure = { errorType: outcome.type, errorMessage: outcome.message }
  response.writeHead(200, { ...content, "x-amz-function-error": "Unhandled" }).end(JSON.stringify(failure))
}

const invokeOf = (name: string): Ask => ({
  action: "lambda:InvokeFunction",
  resource: name,
  isGranted: ({ invoke = [] }) => invoke.includes(name),
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
