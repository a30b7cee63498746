import * as Device from "@spec-wizard/core/device"
import * as Limit from "@spec-wizard/core/limit"
import type * as Http from "@spec-wizard/core/protocol/http"
import * as Session from "@spec-wizard/core/session"
import { type Credential, checkOrigin, identify, toCookie } from "./credential.ts"
import { deps } from "./deps.ts"
import type { HttpEvent } from "./http-event.ts"
import { bodyOf, onRequest } from "./middleware.ts"

/** Needs no account. A device that shows a valid credential is granted the session; any other becomes a new device. */
export const handler = onRequest(async (event) => {
  checkOrigin(deps, event)
  const input = bodyOf(event, Session.Create)
  await Limit.take(deps, "session-ip", Limit.network(event.requestContext.http.sourceIp))
  const known = await recognised(event)
  const fresh = known ? undefined : Device.create(deps)
  const deviceId = known?.device.id ?? fresh?.deviceId
  if (!deviceId) throw new Error("neither a known nor a new device")
  const head = await Session.create(deps, { ...input, deviceId, ...(fresh && { writes: [fresh.write] }) })
  // A cookie's token is never read back to a page: scripts must not get at it.
  const token = fresh?.token ?? (known?.via === "bearer" ? known.token : undefined)
  const body: Http.SessionCreated = { session: Session.toInfo(head), ...(token && { token }) }
  return { status: 201, body, ...(fresh && { cookies: [toCookie(fresh.token)] }) }
})

/** A credential that is no longer good is no obstacle here: who starts anew gets a new one. */
async function recognised(event: HttpEvent): Promise<Credential | undefined> {
  try {
    return await identify(deps, event)
  } catch (error) {
    if (error instanceof Device.TokenRefusedError) return undefined
    throw error
  }
}
