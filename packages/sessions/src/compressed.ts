import { gzipSync } from "node:zlib"
import type { MiddlewareObj } from "@middy/core"
import type { HttpEvent, HttpResult } from "./http-event.ts"

/** Below it the CDN compresses. Lambda answers with 6 MB at most, which a long session's archive would exceed. */
const LARGE_BYTES = 250_000

/** Large answers leave as gzip, for whoever takes it. */
export const compressed = (): MiddlewareObj<HttpEvent, HttpResult> => ({
  after: ({ event, response }) => {
    if (!response || response.body.length < LARGE_BYTES) return
    if (!/\bgzip\b/.test(event.headers["accept-encoding"] ?? "")) return
    response.body = gzipSync(response.body).toString("base64")
    response.isBase64Encoded = true
    response.headers = { ...response.headers, "content-encoding": "gzip", vary: "Accept-Encoding" }
  },
})
