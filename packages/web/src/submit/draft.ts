import { forgetAll, keep, recall } from "../storage.ts"

/** What was typed about a person lies with the other drafts of its session, until it is sent, or the session is deleted. */
const draftOf = (sessionId: string) => `contact.${sessionId}.`

export const keepTyped = (sessionId: string, field: string, text: string) => keep(draftOf(sessionId) + field, text)
export const typedBefore = (sessionId: string, field: string) => recall(draftOf(sessionId) + field)
export const forgetTyped = (sessionId: string) => forgetAll(draftOf(sessionId))

/** The Idempotency-Key of this form: the same until the server has answered, also after a reload and in another tab. */
export const keyOf = (sessionId: string) => typedBefore(sessionId, "key") ?? freshKey(sessionId)

export function freshKey(sessionId: string): string {
  const key = crypto.randomUUID()
  keepTyped(sessionId, "key", key)
  return key
}
