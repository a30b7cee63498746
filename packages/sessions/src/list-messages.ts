import * as Event from "@spec-wizard/core/event"
import * as Http from "@spec-wizard/core/protocol/http"
import { deps } from "./deps.ts"
import { onSession, queryOf } from "./middleware.ts"

/** The transcript: the messages among the next `limit` events, so a page can hold fewer than `limit` and still have a next. */
export const handler = onSession(deps, async ({ event, session }) => {
  const { after, limit } = queryOf(event, Http.Page)
  const events = await Event.list(deps, session.id, { after, limit })
  const last = events.at(-1)?.seq ?? after
  const body: Http.MessagePage = {
    messages: events.flatMap((each) => (each.type === "message.appended" ? [each.message] : [])),
    ...(events.length === limit && last < session.headSeq && { next: last }),
  }
  return { status: 200, body }
})
