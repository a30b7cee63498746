import { SendMessage } from "@spec-wizard/core/protocol/client-frame"
import * as Turn from "@spec-wizard/core/turn"
import { begin } from "./begin.ts"
import { deps } from "./deps.ts"
import { onFrame } from "./middleware.ts"

export const handler = onFrame(deps, SendMessage, async ({ connection, frame, ip }) => {
  const accepted = await Turn.accept(deps, { sessionId: connection.sessionId, ip }, frame)
  await begin(deps, connection, accepted, frame.key)
})
