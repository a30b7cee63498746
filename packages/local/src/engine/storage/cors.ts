import type { IncomingMessage, ServerResponse } from "node:http"
import { StorageError } from "./error.ts"

const METHODS = ["GET", "HEAD", "PUT", "POST", "DELETE"]
const EXPOSED = "ETag, Content-Range, x-amz-request-id"
const MAX_AGE_S = "3000"

/** Lets pages of these origins read the answer, errors too. Where nothing is said, browsers keep it from them. */
export function allowOrigin({ headers }: IncomingMessage, response: ServerResponse, origins: readonly string[]): void {
  response.setHeader("vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method")
  if (headers.origin === undefined || !origins.includes(headers.origin)) return
  response.setHeader("access-control-allow-origin", headers.origin)
  response.setHeader("access-control-expose-headers", EXPOSED)
}

/** What browsers ask before they send a request that no form could send. */
export function preflight({ headers }: IncomingMessage, response: ServerResponse): void {
  const method = headers["access-control-request-method"] ?? ""
  if (!response.hasHeader("access-control-allow-origin") || !METHODS.includes(method))
    throw new StorageError(403, "AccessForbidden", "CORSResponse: This CORS request is not allowed.")
  const asked = headers["access-control-request-headers"]
  response.writeHead(200, {
    "access-control-allow-methods": METHODS.join(", "),
    ...(asked !== undefined && { "access-control-allow-headers": asked }),
    "access-control-max-age": MAX_AGE_S,
    "content-length": 0,
  })
  response.end()
}
