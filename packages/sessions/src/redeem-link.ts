import { redeem } from "@spec-wizard/core/access/redeem"
import * as Link from "@spec-wizard/core/link"
import type * as Http from "@spec-wizard/core/protocol/http"
import * as Session from "@spec-wizard/core/session"
import { nonceOf } from "./browser.ts"
import { checkOrigin, recognise, tellToken, toCookie } from "./credential.ts"
import { deps } from "./deps.ts"
import { deviceName } from "./device-name.ts"
import { bodyOf, onRequest } from "./middleware.ts"

/** Opens the link's session on this device, under a new token. */
export const handler = onRequest(async (event) => {
  checkOrigin(deps, event)
  const input = bodyOf(event, Link.Redeem)
  const { head, token } = await redeem(deps, input, {
    nonce: nonceOf(deps, event),
    ip: event.requestContext.http.sourceIp,
    known: await recognise(deps, event),
    name: deviceName(event),
  })
  const body: Http.LinkRedeemed = { session: Session.toInfo(head), ...tellToken(deps, event, token) }
  return { status: 200, body, cookies: [toCookie(deps, token)] }
})
