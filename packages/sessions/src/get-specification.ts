import { iso } from "@spec-wizard/core/clock"
import * as Http from "@spec-wizard/core/protocol/http"
import * as Specification from "@spec-wizard/core/specification"
import { render } from "@spec-wizard/core/specification/format"
import { hashOf } from "@spec-wizard/core/specification/format/hash"
import { type Item, isLive } from "@spec-wizard/core/specification/schema"
import { wordings } from "@spec-wizard/core/specification/word"
import { deps } from "./deps.ts"
import { onSession, queryOf } from "./middleware.ts"

/** The document as a file, in the format that `?format=` or else `Accept` names. */
export const handler = onSession(deps, async ({ event, session }) => {
  const {
    version = Specification.latest(session),
    form,
    format = accepted(event.headers["accept"]),
  } = queryOf(event, Http.SpecificationQuery)
  const [document, patches] = await Promise.all([
    Specification.load(deps, session, version),
    format === "markdown" && form === "full" ? Specification.patches(deps, session) : [],
  ])
  const { text, contentType, name, extension } = render(document, {
    format,
    form,
    title: session.title || document.items.find(isSummary)?.title || wordings[document.language].document,
    date: patches.findLast((patch) => patch.version <= version)?.at ?? iso(deps.clock.now()),
    hash: hashOf(document),
    models: session.models ?? [],
    ...(session.promptVersion !== undefined && { promptVersion: session.promptVersion }),
    history: patches.filter((patch) => patch.version <= version),
  })
  const headers = { "content-type": contentType, "content-disposition": `inline; filename="${name}.${extension}"` }
  return { status: 200, text, headers }
})

const isSummary = ({ kind, state }: Item) => kind === "summary" && isLive({ state })
const accepted = (accept = "") => (/^text\/markdown\b/i.test(accept) ? "markdown" : "json")
