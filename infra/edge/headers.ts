export const HSTS_SECONDS = 63_072_000

export const PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"

/** What the page may load and whom it may talk to. `socket`: `wss://abc.execute-api.eu-central-1.amazonaws.com` */
export const contentSecurityPolicy = (socket: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${socket}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ")

/** What a file that is downloaded may do, should a browser show it after all: nothing. */
export const DOWNLOAD_POLICY = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"

/** On everything the page's side of the CDN answers. */
export const pageHeaders = (socket: string): Record<string, string> => ({
  "content-security-policy": contentSecurityPolicy(socket),
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": PERMISSIONS,
  "referrer-policy": "no-referrer",
  "strict-transport-security": `max-age=${HSTS_SECONDS}; includeSubDomains`,
  "x-content-type-options": "nosniff",
})
