import { isUtf8 } from "node:buffer"
import middy, { type MiddlewareObj } from "@middy/core"
import { authorize } from "@spec-wizard/core/access/authorize"
import { internal, statusOf, VisibleError } from "@spec-wizard/core/error"
import * as Json from "@spec-wizard/core/json"
import * as Log from "@spec-wizard/core/log"
import type * as Http from "@spec-wizard/core/protocol/http"
import { MINOR_HEADER, minorOf, parseOf } from "@spec-wizard/core/protocol/version"
import { isHashed } from "@spec-wizard/core/secret/hash"
import * as Session from "@spec-wizard/core/session"
import * as Limited from "@spec-wizard/core/submission/limited"
import type * as z from "zod/mini"
import { type Credential, checkOrigin, identify } from "./credential.ts"
import type { Deps } from "./deps.ts"
import type { Answer, HttpEvent, HttpResult } from "./http-event.ts"

const MAX_BODY_BYTES = 65_536

export class BodyInvalidError extends VisibleError {
  constructor(code: "body.invalid" | "query.invalid", field: string) {
    super("input", code, `This request cannot be read: ${field}.`)
  }
}

export class BodyTooLargeError extends VisibleError {
  constructor() {
    super("too_large", "body.too_large", "That was too large.")
  }
}

export class BodyUnsupportedError extends VisibleError {
  constructor() {
    super("unsupported", "body.unsupported", "Bodies are JSON here: send `Content-Type: application/json`.")
  }
}

export class SignInRequiredError extends VisibleError {
  constructor() {
    super("auth", "auth.required", "Send the token of a device, or its cookie.")
  }
}

/** The same for a missing token and a wrong one, and where nobody has been given any. */
export class OperatorRefusedError extends VisibleError {
  constructor() {
    super("auth", "operator.refused", "This is for the operator alone.")
  }
}

export class KeyMissingError extends VisibleError {
  constructor() {
    super("input", "idempotency.key_missing", "Send an Idempotency-Key: 1 to 255 characters, new for each request.")
  }
}

/** A route anybody may call. */
export function onRequest(run: (event: HttpEvent) => Promise<Answer>) {
  return middy<HttpEvent, HttpResult>().handler(async (event) => toResult(await run(event)))
}

/** A route for devices that are signed in. The credential is checked before anything else is read from the request. */
export function onDevice(deps: Deps, run: (request: { event: HttpEvent; credential: Credential }) => Promise<Answer>) {
  return onRequest(async (event) => {
    checkOrigin(deps, event)
    const credential = await identify(deps, event)
    if (!credential) throw new SignInRequiredError()
    return run({ event, credential })
  })
}

/** A route about one session, for devices that may see it. */
export function onSession(
  deps: Deps,
  run: (request: { event: HttpEvent; session: Session.Head; credential: Credential }) => Promise<Answer>,
) {
  return onDevice(deps, async ({ event, credential }) => {
    const id = Session.ID.safeParse(event.pathParameters?.["id"])
    if (!id.success) throw new Session.SessionNotFoundError()
    return run({ event, credential, session: await authorize(deps, credential.device, id.data) })
  })
}

/**
 * A route for the owner, whose token is known by its hash. Strangers who try tokens are held up, and the owner on the same network is not:
 * the token is 256 random bits, which no number of tries finds.
 */
export function onOperator(deps: Deps, run: (event: HttpEvent) => Promise<Answer>) {
  return onRequest(async (event) => {
    const token = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(event.headers["authorization"] ?? "")?.[1]
    if (token === undefined) throw new OperatorRefusedError()
    if (!isHashed(token, deps.settings.operatorTokenHash)) {
      await Limited.wrongToken(deps, event.requestContext.http.sourceIp)
      throw new OperatorRefusedError()
    }
    return run(event)
  })
}

/** Under which the same request may come again. @throws {KeyMissingError} */
export function idempotencyKeyOf(event: HttpEvent): string {
  const key = event.headers["idempotency-key"] ?? ""
  if (!/^[\x20-\x7e]{1,255}$/.test(key)) throw new KeyMissingError()
  return key
}

/** @throws {BodyInvalidError} @throws {BodyTooLargeError} @throws {BodyUnsupportedError} */
export function bodyOf<Schema extends z.ZodMiniType>(event: HttpEvent, schema: Schema): z.output<Schema> {
  const text = textOf(event, MAX_BODY_BYTES)
  return checked(event, schema, text === "" ? {} : Json.parse(text, "body.invalid"), "body.invalid")
}

/** A body of JSON that is not parsed yet. @throws {JsonInvalidError} @throws {BodyTooLargeError} @throws {BodyUnsupportedError} */
export function textOf({ body = "", isBase64Encoded, headers }: HttpEvent, maxBytes: number): string {
  const bytes = Buffer.from(body, isBase64Encoded ? "base64" : "utf8")
  if (bytes.length > maxBytes) throw new BodyTooLargeError()
  if (!isUtf8(bytes)) throw new Json.JsonInvalidError("body.invalid")
  const text = bytes.toString().replace(/^\uFEFF/, "") // as files of Windows begin, see RFC 8259, 8.1
  if (text !== "" && !/^application\/json\b/i.test(headers["content-type"] ?? "")) throw new BodyUnsupportedError()
  return text
}

/** @throws {BodyInvalidError} */
export function queryOf<Schema extends z.ZodMiniType>(event: HttpEvent, schema: Schema): z.output<Schema> {
  return checked(event, schema, event.queryStringParameters ?? {}, "query.invalid")
}

function checked<Schema extends z.ZodMiniType>(
  { headers }: HttpEvent,
  schema: Schema,
  input: unknown,
  code: "body.invalid" | "query.invalid",
): z.output<Schema> {
  const result = parseOf(minorOf(headers[MINOR_HEADER]), schema, input)
  if (result.success) return result.data
  const [issue] = result.error.issues
  // Our own field names may be told; names the client made up may not.
  const unknown = issue?.code === "unrecognized_keys"
  const place = issue?.path.join(".") || "which fields it has" // a choice of forms has no path
  throw new BodyInvalidError(code, unknown ? "it has a field that does not belong there" : `look at ${place}`)
}

const toResult = ({ status, headers, cookies, ...content }: Answer): HttpResult => ({
  statusCode: status,
  headers: { "content-type": "application/json", ...headers },
  ...(cookies && { cookies }),
  body: "text" in content ? content.text : content.body === undefined ? "" : JSON.stringify(content.body),
})

/** Every failure as `application/problem+json`, and `x-request-id` on every answer. */
export function problems(): MiddlewareObj<HttpEvent, HttpResult> {
  return {
    after: ({ event, response }) => {
      if (response) response.headers["x-request-id"] = event.requestContext.requestId
    },
    onError: (request) => {
      const { requestId, http } = request.event.requestContext
      const error = unwrapped(request.error)
      const fields = { requestId, method: http.method }
      if (error instanceof VisibleError) Log.info("request.refused", { ...fields, code: error.code })
      else Log.error("request.failed", fields, error)
      request.response = toProblem(error, requestId)
    },
  }
}

function toProblem(error: unknown, requestId: string): HttpResult {
  const visible = error instanceof VisibleError
  const status = visible ? statusOf[error.kind] : internal.status
  const code = visible ? error.code : internal.code
  const problem: Http.Problem = {
    type: `urn:spec-wizard:problem:${code}`,
    title: code,
    status,
    code,
    detail: visible ? error.message : internal.message,
    requestId,
  }
  return {
    statusCode: status,
    headers: {
      "content-type": "application/problem+json",
      "x-request-id": requestId,
      ...(visible && error.retryAfter && { "retry-after": String(error.retryAfter) }),
    },
    body: JSON.stringify(problem),
  }
}

/** The router's own error for an unknown path, in our words. */
function unwrapped(error: unknown): unknown {
  const { statusCode } = error as { statusCode?: unknown } // middy's errors carry one
  return !(error instanceof VisibleError) && statusCode === 404 ? new RouteNotFoundError() : error
}

class RouteNotFoundError extends VisibleError {
  constructor() {
    super("not_found", "route.not_found", "There is nothing at this address.")
  }
}
