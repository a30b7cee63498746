import type { MiddlewareObj } from "@middy/core"
import httpSecurityHeaders from "@middy/http-security-headers"
import type { HttpEvent, HttpResult } from "./http-event.ts"

const OWN = {
  // The library's list of every known feature would weigh 1 KB on each answer; an API needs none of them anyway.
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cache-Control": "no-store",
}

/** On every answer, errors included. */
export const securityHeaders = (): MiddlewareObj<HttpEvent, HttpResult>[] => [
  httpSecurityHeaders({
    contentSecurityPolicy: {
      "default-src": "'none'",
      "base-uri": "'none'",
      "form-action": "'none'",
      "frame-ancestors": "'none'",
      "report-to": "",
      "require-trusted-types-for": "",
    },
    permissionsPolicy: false,
    strictTransportSecurity: { maxAge: 63_072_000, includeSubDomains: true, preload: false },
  }),
  { after: own, onError: own },
]

function own({ response }: { response: HttpResult | null | undefined }) {
  if (response) response.headers = { ...response.headers, ...OWN }
}
