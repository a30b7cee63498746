import type * as Http from "@spec-wizard/core/protocol/http"
import * as Submission from "@spec-wizard/core/submission"
import { deps } from "./deps.ts"
import type { HttpEvent } from "./http-event.ts"
import { onOperator } from "./middleware.ts"

export const handler = onOperator(deps, async (event) => {
  const body: Http.SubmissionDetails = { submission: await Submission.read(deps, referenceOf(event)) }
  return { status: 200, body }
})

/** Read as forgivingly as everywhere. @throws {SubmissionNotFoundError} for what is none */
export function referenceOf(event: HttpEvent): Submission.Reference {
  const reference = Submission.fromText(event.pathParameters?.["reference"] ?? "")
  if (reference === undefined) throw new Submission.SubmissionNotFoundError()
  return reference
}
