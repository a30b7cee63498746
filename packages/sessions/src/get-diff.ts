import { diff } from "@spec-wizard/core/document/diff"
import * as Http from "@spec-wizard/core/protocol/http"
import * as Specification from "@spec-wizard/core/specification"
import { deps } from "./deps.ts"
import { onSession, queryOf } from "./middleware.ts"

export const handler = onSession(deps, async ({ event, session }) => {
  const { from, to } = queryOf(event, Http.DiffQuery)
  const [older, newer] = await Promise.all([
    Specification.load(deps, session, from),
    Specification.load(deps, session, to),
  ])
  const body: Http.Diff = diff(older, newer)
  return { status: 200, body }
})
