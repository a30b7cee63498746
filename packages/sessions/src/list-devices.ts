import type * as Device from "@spec-wizard/core/device"
import * as Grant from "@spec-wizard/core/device/grant"
import type * as Http from "@spec-wizard/core/protocol/http"
import type * as Session from "@spec-wizard/core/session"
import { deps } from "./deps.ts"
import { onSession } from "./middleware.ts"

export const handler = onSession(deps, async ({ session, credential }) => {
  const body: Http.DeviceList = { devices: await devicesOf(session.id, credential.device.id) }
  return { status: 200, body }
})

/** Everybody who may see a session, oldest first; `current` asks. */
export async function devicesOf(sessionId: Session.ID, current: Device.ID): Promise<Http.DeviceList["devices"]> {
  const grants = await Grant.ofSession(deps, sessionId)
  return grants.map(({ deviceId: id, createdAt, lastSeenAt, name }) => ({
    id,
    current: id === current,
    createdAt,
    lastSeenAt,
    name,
  }))
}
