import { ApiError, type Contact } from "@spec-wizard/client"
import type { Talk } from "../talk.ts"
import { freshKey, keyOf } from "./draft.ts"

/**
 * However often it is pressed, and whatever became of an earlier answer, there is one submission. `onEarlier`: it arrived before, with
 * other words in the form, and these stand.
 */
export async function send(talk: Talk, sessionId: string, contact: Contact, onEarlier: () => void): Promise<void> {
  try {
    await talk.submit(contact, { key: keyOf(sessionId) })
  } catch (cause) {
    if (!(cause instanceof ApiError) || cause.code !== "idempotency.key_reused") throw cause
    onEarlier()
    // A new key is told what there is.
    await talk.submit(contact, { key: freshKey(sessionId) })
  }
}
