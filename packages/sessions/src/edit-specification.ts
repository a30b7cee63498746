import * as Limit from "@spec-wizard/core/limit"
import * as Http from "@spec-wizard/core/protocol/http"
import * as Specification from "@spec-wizard/core/specification"
import { edit } from "@spec-wizard/core/specification/change"
import { deps } from "./deps.ts"
import { bodyOf, onSession } from "./middleware.ts"

/** The visitor's own hand. `baseVersion` is the condition: the same request twice is a conflict the second time. */
export const handler = onSession(deps, async ({ event, session }) => {
  const input = bodyOf(event, Http.Edits)
  await Limit.take(deps, "edit-session", session.id)
  const { version, readiness } = await edit(deps, session.id, input)
  await Specification.keep(deps, session.id, version)
  const body: Http.Edited = { version, readiness }
  return { status: 200, body }
})
