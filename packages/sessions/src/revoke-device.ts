import { revoke } from "@spec-wizard/core/access/revoke"
import * as Device from "@spec-wizard/core/device"
import { deps } from "./deps.ts"
import { onSession } from "./middleware.ts"

export const handler = onSession(deps, async ({ event, session }) => {
  const id = Device.ID.safeParse(event.pathParameters?.["deviceId"])
  if (!id.success) throw new Device.DeviceNotFoundError()
  await revoke(deps, session, id.data)
  return { status: 204, body: undefined }
})
