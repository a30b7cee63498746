import { createHash, timingSafeEqual } from "node:crypto"
import { isIP } from "node:net"
import type { MiddlewareObj } from "@middy/core"
import { VisibleError } from "@spec-wizard/core/error"
import type { Deps } from "./deps.ts"
import type { HttpEvent, HttpResult } from "./http-event.ts"

/** Said by CloudFront to the API; see infra/cdn.ts, and infra/edge/api.js for the second. */
const SECRET_HEADER = "x-origin-secret"
const VIEWER_HEADER = "x-viewer-ip"

export class OriginBypassedError extends VisibleError {
  constructor() {
    super("forbidden", "origin.bypassed", "Please use the address of the page.")
  }
}

/**
 * Where secrets are set, only the CDN gets in; and only then is the address it names believed to be the visitor's. A repeated header
 * arrives joined by commas and is nobody's secret.
 */
export function behindCdn(deps: Deps): MiddlewareObj<HttpEvent, HttpResult> {
  return {
    before: ({ event }) => {
      if (deps.originHashes.length === 0) return
      const { [SECRET_HEADER]: secret = "", [VIEWER_HEADER]: viewer = "", ...headers } = event.headers
      const hash = createHash("sha256").update(secret).digest()
      if (!deps.originHashes.some((known) => timingSafeEqual(known, hash))) throw new OriginBypassedError()
      event.headers = headers
      if (isIP(viewer)) event.requestContext.http.sourceIp = viewer
    },
  }
}
