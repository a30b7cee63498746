import * as Device from "@spec-wizard/core/device"
import { VisibleError } from "@spec-wizard/core/error"
import { findCookie, toSetCookie } from "./cookie.ts"
import type { Deps } from "./deps.ts"
import type { HttpEvent } from "./http-event.ts"

const COOKIE = "spec_wizard"
/** 400 days, the longest a browser keeps one; how long the token lives is decided by the table. */
const COOKIE_SECONDS = 400 * 86_400

export type Credential = { device: Device.Info; token: string; via: "bearer" | "cookie" }

export class OriginRefusedError extends VisibleError {
  constructor() {
    super("forbidden", "origin.refused", "This request came from a page that may not make it.")
  }
}

/** For browsers, which send it back by themselves and cannot read it. */
export const toCookie = (deps: Deps, token: string): string =>
  toSetCookie(deps, COOKIE, { value: token, maxAgeS: COOKIE_SECONDS, sameSite: "Lax" })

/**
 * What an answer says of a device's token. Our own page has the cookie, and so has whoever sent one; no script there is to read more. Programs
 * are told, and pages of other origins, to which no cookie of ours travels.
 */
export const tellToken = (deps: Deps, event: HttpEvent, token: string): { token?: string } =>
  isOwnPage(deps, event) || (!bearer(event) && cookie(deps, event)) ? {} : { token }

/** By its usual name, or as the browser says itself. */
const isOwnPage = ({ settings }: Deps, { headers }: HttpEvent): boolean =>
  headers["origin"] === new URL(settings.siteUrl).origin || headers["sec-fetch-site"] === "same-origin"

/**
 * Who is asking: the Bearer token when there is one, else the cookie. Undefined when neither came.
 * @throws {TokenRefusedError}
 */
export async function identify(deps: Deps, event: HttpEvent): Promise<Credential | undefined> {
  const presented = bearer(event) ?? cookie(deps, event)
  if (!presented) return undefined
  return { device: await Device.authenticate(deps, presented.token), ...presented }
}

/** As `identify`, where a credential that is no longer good is no obstacle: who starts anew gets a new one. */
export async function recognise(deps: Deps, event: HttpEvent): Promise<Credential | undefined> {
  try {
    return await identify(deps, event)
  } catch (error) {
    if (error instanceof Device.TokenRefusedError) return undefined
    throw error
  }
}

/**
 * A page of another site must not act in a visitor's name. Programs with a Bearer token hold no cookie that could be ridden on.
 * @throws {OriginRefusedError}
 */
export function checkOrigin(deps: Deps, event: HttpEvent): void {
  const { method } = event.requestContext.http
  if (method === "GET" || method === "HEAD" || bearer(event)) return
  const origin = event.headers["origin"]
  const allowed = origin === undefined ? !cookie(deps, event) : deps.settings.allowedOrigins.includes(origin)
  if (!allowed) throw new OriginRefusedError()
}

function bearer(event: HttpEvent): { token: string; via: "bearer" } | undefined {
  const token = /^Bearer ([A-Za-z0-9_-]{20,200})$/i.exec(event.headers["authorization"] ?? "")?.[1]
  return token === undefined ? undefined : { token, via: "bearer" }
}

function cookie(deps: Deps, event: HttpEvent): { token: string; via: "cookie" } | undefined {
  const token = findCookie(deps, event, COOKIE)
  return token ? { token, via: "cookie" } : undefined
}
