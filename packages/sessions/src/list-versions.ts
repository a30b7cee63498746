import { advance } from "@spec-wizard/core/document/apply"
import { diff } from "@spec-wizard/core/document/diff"
import { empty } from "@spec-wizard/core/protocol/document"
import type * as Http from "@spec-wizard/core/protocol/http"
import * as Specification from "@spec-wizard/core/specification"
import { deps } from "./deps.ts"
import { onSession } from "./middleware.ts"

/** The document's history, by the numbers of its lines. */
export const handler = onSession(deps, async ({ session }) => {
  let document = empty(Specification.languageOf(session))
  const versions = (await Specification.history(deps, session)).patches.map((patch) => {
    const before = document
    document = advance(document, patch)
    const { added, changed, removed } = diff(before, document)
    return {
      version: patch.version,
      at: patch.at,
      by: patch.by,
      ...(patch.messageId && { messageId: patch.messageId }),
      added: added.map(({ id }) => id),
      changed: changed.map(({ after }) => after.id),
      removed: removed.map(({ id }) => id),
    }
  })
  const body: Http.Versions = { versions }
  return { status: 200, body }
})
