import type * as Http from "@spec-wizard/core/protocol/http"
import * as Submission from "@spec-wizard/core/submission"
import { change } from "@spec-wizard/core/submission/change"
import { deps } from "./deps.ts"
import { referenceOf } from "./get-submission.ts"
import { bodyOf, onOperator } from "./middleware.ts"

export const handler = onOperator(deps, async (event) => {
  const { reference } = await change(deps, referenceOf(event), bodyOf(event, Submission.Change))
  const body: Http.SubmissionDetails = { submission: await Submission.details(deps, reference) }
  return { status: 200, body }
})
