import { readiness } from "@spec-wizard/core/document/readiness"
import * as Export from "@spec-wizard/core/export"
import type * as Http from "@spec-wizard/core/protocol/http"
import * as Session from "@spec-wizard/core/session"
import * as Specification from "@spec-wizard/core/specification"
import * as Submission from "@spec-wizard/core/submission"
import * as Turn from "@spec-wizard/core/turn"
import { deps } from "./deps.ts"
import { onSession } from "./middleware.ts"

/** The state up to `session.headSeq`. A turn that ends while this is read is left out: the event after `headSeq` tells of it. */
export const handler = onSession(deps, async ({ session }) => {
  const [turn, document, exports, submission] = await Promise.all([
    session.turnId && Turn.get(deps, session.id, session.turnId),
    Specification.load(deps, session),
    Export.list(deps, session.id),
    session.status === "submitted" ? Submission.ofSession(deps, session.id) : undefined,
  ])
  const body: Http.SessionState = {
    session: Session.toInfo(session),
    specification: { ...document, readiness: readiness(document) },
    exports: exports.map(Export.toInfo),
    ...(submission && { submission: Submission.toInfo(submission) }),
    ...(turn && Turn.running(turn) && { turn: Turn.toInfo(turn) }),
  }
  return { status: 200, body }
})
