import { erase } from "@spec-wizard/core/lifecycle/erase"
import { deps } from "./deps.ts"
import { onSession } from "./middleware.ts"

/** Gone for everybody when this is answered; from table, queues and sockets within a minute. */
export const handler = onSession(deps, async ({ session }) => {
  await erase(deps, session.id)
  return { status: 204, body: undefined }
})
