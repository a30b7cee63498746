import { erase } from "@spec-wizard/core/session/erase"
import { deps } from "./deps.ts"
import { bodyOf, onSession } from "./middleware.ts"
import { Nothing } from "./nothing.ts"

/** Gone for everybody when this is answered; from table, queues and sockets within a minute. */
export const handler = onSession(deps, async ({ event, session }) => {
  bodyOf(event, Nothing)
  await erase(deps, session.id)
  return { status: 204, body: undefined }
})
