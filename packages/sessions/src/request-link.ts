import { authorize } from "@spec-wizard/core/access/authorize"
import * as Token from "@spec-wizard/core/device/token"
import * as Link from "@spec-wizard/core/link"
import type * as Http from "@spec-wizard/core/protocol/http"
import * as Session from "@spec-wizard/core/session"
import { nonceOf, toNonceCookie } from "./browser.ts"
import { type Credential, checkOrigin, recognise } from "./credential.ts"
import { deps } from "./deps.ts"
import type { HttpEvent } from "./http-event.ts"
import { bodyOf, onRequest } from "./middleware.ts"

/** The same answer for every address, after the same work. A session counts only when the device may see it. */
export const handler = onRequest(async (event) => {
  checkOrigin(deps, event)
  const { email, sessionId } = bodyOf(event, Link.Request)
  const known = await recognise(deps, event)
  const session = known && sessionId && (await visible(known, sessionId))
  const nonce = nonceOf(deps, event) ?? Token.mint()
  await Link.request(deps, {
    email,
    sessionId: session?.id,
    deviceId: known?.device.id,
    nonce,
    ip: event.requestContext.http.sourceIp,
    locale: session?.locale ?? preferred(event),
  })
  const body: Http.LinkRequested = {}
  return { status: 202, body, cookies: [toNonceCookie(deps, nonce)] }
})

async function visible({ device }: Credential, sessionId: Session.ID): Promise<Session.Head | undefined> {
  try {
    return await authorize(deps, device, sessionId)
  } catch (error) {
    if (error instanceof Session.SessionNotFoundError) return undefined
    throw error
  }
}

const preferred = (event: HttpEvent) => /^[A-Za-z]{2}/.exec(event.headers["accept-language"] ?? "")?.[0] ?? "en"
