import type * as Http from "@spec-wizard/core/protocol/http"
import * as Submission from "@spec-wizard/core/submission"
import { submit } from "@spec-wizard/core/submission/submit"
import { deps } from "./deps.ts"
import { bodyOf, idempotencyKeyOf, onSession } from "./middleware.ts"

/** The request that made the submission is answered 201 each time it comes; any other 200, with what there is. */
export const handler = onSession(deps, async ({ event, session }) => {
  const { stored, isFirst } = await submit(deps, {
    sessionId: session.id,
    key: idempotencyKeyOf(event),
    input: bodyOf(event, Submission.Submit),
    ip: event.requestContext.http.sourceIp,
  })
  const body: Http.SubmissionAnswer = { submission: Submission.toInfo(stored) }
  return { status: isFirst ? 201 : 200, body }
})
