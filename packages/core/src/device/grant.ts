import type * as Session from "../session/schema.ts"
import type { Item, Key } from "../table/table.ts"
import type * as Device from "./schema.ts"

/** That a device may see a session. It stands in the session's partition, so revoking it is one delete there. */
export type Info = { sessionId: Session.ID; deviceId: Device.ID; createdAt: string }

export const key = (sessionId: Session.ID, deviceId: Device.ID): Key => ({
  pk: `session#${sessionId}`,
  sk: `device#${deviceId}`,
})

export const toItem = (grant: Info): Item => ({ ...key(grant.sessionId, grant.deviceId), ...grant })
