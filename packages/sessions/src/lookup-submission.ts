import type * as Http from "@spec-wizard/core/protocol/http"
import * as Submission from "@spec-wizard/core/submission"
import { checkOrigin } from "./credential.ts"
import { deps } from "./deps.ts"
import { bodyOf, onRequest } from "./middleware.ts"

/** Needs no account: the reference and the address it was submitted with, which both stand in the confirmation. */
export const handler = onRequest(async (event) => {
  checkOrigin(deps, event)
  const asked = bodyOf(event, Submission.Lookup)
  const stored = await Submission.lookup(deps, { ...asked, ip: event.requestContext.http.sourceIp })
  const body: Http.SubmissionAnswer = { submission: Submission.toInfo(stored) }
  return { status: 200, body }
})
