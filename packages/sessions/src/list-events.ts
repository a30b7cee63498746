import * as Event from "@spec-wizard/core/event"
import * as Http from "@spec-wizard/core/protocol/http"
import { deps } from "./deps.ts"
import { onSession, queryOf } from "./middleware.ts"

/** Any part of the log, in order. */
export const handler = onSession(deps, async ({ event, session }) => {
  const { after, limit } = queryOf(event, Http.Page)
  const events = await Event.list(deps, session.id, { after, limit })
  const last = events.at(-1)?.seq ?? 0
  const headSeq = Math.max(session.headSeq, last) // the log may have grown since the session was read
  const body: Http.EventPage = {
    logId: session.logId,
    headSeq,
    events,
    ...(events.length > 0 && last < headSeq && { next: last }),
  }
  return { status: 200, body }
})
