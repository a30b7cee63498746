import * as Session from "@spec-wizard/core/session"
import type { Post } from "./deps.ts"

/** Undefined when it has expired or was erased. */
export async function alive(deps: Post, sessionId: Session.ID): Promise<Session.Head | undefined> {
  try {
    return await Session.get(deps, sessionId)
  } catch (error) {
    if (error instanceof Session.SessionNotFoundError) return undefined
    throw error
  }
}
