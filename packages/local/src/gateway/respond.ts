import type { ServerResponse } from "node:http"

/** Stand on every answer, whoever writes it; those of the API and of the page have a policy of their own in place of this one. */
const SECURITY_HEADERS = {
  "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}

/** Before anybody has a say in an answer: what they set themselves replaces these. */
export function secure(response: ServerResponse): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
}

/** The same where there is no response to set them on: lines of a head. */
export const securityLines: readonly string[] = Object.entries(SECURITY_HEADERS).map(
  ([name, value]) => `${name}: ${value}`,
)

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    "cache-control": "no-store",
    "content-length": Buffer.byteLength(text),
    "content-type": "application/json",
    ...headers,
  })
  response.end(text)
}
