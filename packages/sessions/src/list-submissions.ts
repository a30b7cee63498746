import { iso } from "@spec-wizard/core/clock"
import * as Http from "@spec-wizard/core/protocol/http"
import * as Submission from "@spec-wizard/core/submission"
import { deps } from "./deps.ts"
import { onOperator, queryOf } from "./middleware.ts"

export const handler = onOperator(deps, async (event) => {
  const { month = iso(deps.clock.now()).slice(0, 7), status, after, limit } = queryOf(event, Http.SubmissionListQuery)
  const { submissions, isLast } = await Submission.list(deps, { month, status, after, limit })
  const next = isLast ? undefined : submissions.at(-1)?.reference
  const body: Http.SubmissionList = { submissions, ...(next && { next }) }
  return { status: 200, body }
})
