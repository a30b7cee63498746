import { createSession } from "@spec-wizard/core/access/create-session"
import * as Session from "@spec-wizard/core/session"
import { beginSession } from "./begin-session.ts"
import { checkOrigin } from "./credential.ts"
import { deps } from "./deps.ts"
import { bodyOf, onRequest } from "./middleware.ts"

export const handler = onRequest(async (event) => {
  checkOrigin(deps, event)
  const input = bodyOf(event, Session.Create)
  return beginSession(event, (by) => createSession(deps, { ...input, ...by }))
})
