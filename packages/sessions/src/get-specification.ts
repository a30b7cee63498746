import { iso } from "@spec-wizard/core/clock"
import { render } from "@spec-wizard/core/document/format"
import * as Http from "@spec-wizard/core/protocol/http"
import * as Specification from "@spec-wizard/core/specification"
import { about } from "@spec-wizard/core/specification/about"
import { deps } from "./deps.ts"
import { onSession, queryOf } from "./middleware.ts"

/** The document as a file, in the format that `?format=` or else `Accept` names. */
export const handler = onSession(deps, async ({ event, session }) => {
  const {
    version = Specification.latest(session),
    form,
    since,
    format = accepted(event.headers["accept"]),
  } = queryOf(event, Http.SpecificationQuery)
  const [document, before, history] = await Promise.all([
    Specification.load(deps, session, version),
    since === undefined ? undefined : Specification.load(deps, session, since),
    format === "json" ? undefined : Specification.history(deps, session),
  ])
  const { patches = [], numbers } = history ?? {}
  const input = about(session, document, {
    history: patches,
    ...(numbers && { numbers }),
    at: iso(deps.clock.now()),
    form,
  })
  const { text, contentType, name, extension } = render(document, {
    format,
    ...input,
    ...(before && { since: before }),
  })
  const headers = { "content-type": contentType, "content-disposition": `inline; filename="${name}.${extension}"` }
  return { status: 200, text, headers }
})

const accepted = (accept = "") => (/^text\/markdown\b/i.test(accept) ? "markdown" : "json")
