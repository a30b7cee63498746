import * as Broadcast from "@spec-wizard/core/connection/broadcast"
import * as Limit from "@spec-wizard/core/limit"
import type * as Http from "@spec-wizard/core/protocol/http"
import * as Session from "@spec-wizard/core/session"
import { changed } from "@spec-wizard/core/session/change"
import { deps } from "./deps.ts"
import { bodyOf, onSession } from "./middleware.ts"

export const handler = onSession(deps, async ({ event, session }) => {
  const { title } = bodyOf(event, Session.Rename)
  await Limit.take(deps, "edit-session", session.id)
  const { head } = await Broadcast.publish(deps, session.id, (head) => ({
    ...changed(deps, head, { title }),
    writes: [],
  }))
  const body: Http.SessionRenamed = { session: Session.toInfo(head) }
  return { status: 200, body }
})
