import { importSession } from "@spec-wizard/core/access/import-session"
import { beginSession } from "./begin-session.ts"
import { checkOrigin } from "./credential.ts"
import { deps } from "./deps.ts"
import { onRequest, textOf } from "./middleware.ts"

/**
 * Lambda takes 6 MB, in which a body stands as a string of JSON: each of its quotes and line breaks as two bytes.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const MAX_FILE_BYTES = 3_000_000

/** As a session that is created, and begins with the document of an exported file. A file that cannot be read counts for the limit, too. */
export const handler = onRequest(async (event) => {
  checkOrigin(deps, event)
  const text = textOf(event, MAX_FILE_BYTES)
  return beginSession(event, (by) => importSession(deps, { text, ...by }))
})
