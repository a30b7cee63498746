import * as Metrics from "@spec-wizard/core/metrics"
import { deps } from "./deps.ts"
import { BodyInvalidError, onOperator, queryOf } from "./middleware.ts"

export const handler = onOperator(deps, async (event) => {
  const range = Metrics.rangeOf(deps, queryOf(event, Metrics.Query))
  if (!range) throw new BodyInvalidError("query.invalid", "from comes first, and to at most a year later")
  const body: Metrics.Report = await Metrics.report(deps, range)
  return { status: 200, body }
})
