import { findCookie, toSetCookie } from "./cookie.ts"
import type { Deps } from "./deps.ts"
import type { HttpEvent } from "./http-event.ts"

/** Names the browser that asks for links, and nothing else: what a link was asked for in, it opens without a code. */
const COOKIE = "spec_wizard_browser"
/** A day; a link lives ten minutes. */
const COOKIE_SECONDS = 86_400

/** Undefined in a browser that has not asked for a link lately. */
export const nonceOf = (deps: Deps, event: HttpEvent): string | undefined =>
  findCookie(deps, event, COOKIE)?.match(/^[A-Za-z0-9_-]{43}$/)?.[0]

export const toNonceCookie = (deps: Deps, nonce: string): string =>
  toSetCookie(deps, COOKIE, { value: nonce, maxAgeS: COOKIE_SECONDS, sameSite: "Strict" })
