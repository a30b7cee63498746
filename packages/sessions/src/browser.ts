import type { HttpEvent } from "./http-event.ts"

/** Names the browser that asks for links, and nothing else: what a link was asked for in, it opens without a code. */
const COOKIE = "spec_wizard_browser"
/** A day; a link lives ten minutes. */
const COOKIE_SECONDS = 86_400

/** Undefined in a browser that has not asked for a link lately. */
export const nonceOf = (event: HttpEvent): string | undefined =>
  event.cookies
    ?.find((pair) => pair.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1)
    .match(/^[A-Za-z0-9_-]{43}$/)?.[0]

export const toNonceCookie = (nonce: string) =>
  `${COOKIE}=${nonce}; Path=/v1/magic-links; Max-Age=${COOKIE_SECONDS}; HttpOnly; Secure; SameSite=Strict`
