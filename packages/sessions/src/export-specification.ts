import * as Token from "@spec-wizard/core/device/token"
import * as Export from "@spec-wizard/core/export"
import { request } from "@spec-wizard/core/export/request"
import type * as Http from "@spec-wizard/core/protocol/http"
import { nonceOf, toNonceCookie } from "./browser.ts"
import { deps } from "./deps.ts"
import { bodyOf, idempotencyKeyOf, onSession } from "./middleware.ts"

/** The cookie is for the link that an address may get first, as with any other link. */
export const handler = onSession(deps, async ({ event, session, credential }) => {
  const nonce = nonceOf(deps, event) ?? Token.mint()
  const asked = await request(deps, {
    session,
    deviceId: credential.device.id,
    input: bodyOf(event, Export.Create),
    key: idempotencyKeyOf(event),
    nonce,
    ip: event.requestContext.http.sourceIp,
  })
  const body: Http.ExportAnswer = { export: Export.toInfo(asked) }
  return { status: 202, body, cookies: [toNonceCookie(deps, nonce)] }
})
