import { iso } from "@spec-wizard/core/clock"
import { readiness } from "@spec-wizard/core/document/readiness"
import * as Event from "@spec-wizard/core/event"
import * as Export from "@spec-wizard/core/export"
import type * as Http from "@spec-wizard/core/protocol/http"
import * as Session from "@spec-wizard/core/session"
import * as Specification from "@spec-wizard/core/specification"
import * as Submission from "@spec-wizard/core/submission"
import { deps } from "./deps.ts"
import { devicesOf } from "./list-devices.ts"
import { onSession } from "./middleware.ts"

/** Everything that is kept about the session, for whoever wants to take it along. */
export const handler = onSession(deps, async ({ session, credential }) => {
  const [events, document, exports, devices, submission] = await Promise.all([
    log(session),
    Specification.load(deps, session),
    Export.list(deps, session.id),
    devicesOf(session.id, credential.device.id),
    session.status === "submitted" ? Submission.ofSession(deps, session.id) : undefined,
  ])
  const body: Http.Archive = {
    archivedAt: iso(deps.clock.now()),
    session: Session.toInfo(session),
    events,
    specification: { ...document, readiness: readiness(document) },
    exports: exports.map(Export.toInfo),
    devices,
    ...(submission && { submission: Submission.Archived.parse(submission) }),
  }
  const headers = { "content-disposition": `attachment; filename="${session.id}.json"` }
  return { status: 200, body, headers }
})

async function log({ id, headSeq }: Session.Head): Promise<Event.Known[]> {
  const events: Event.Known[] = []
  while (events.length < headSeq) {
    const page = await Event.list(deps, id, { after: events.length, limit: 500 })
    if (page.length === 0) break // erased meanwhile
    events.push(...page)
  }
  return events.slice(0, headSeq)
}
