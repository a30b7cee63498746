import { draftOf } from "./chat/composer.tsx"
import { keep, recall } from "./storage.ts"
import { keepUnsent, type Talk } from "./talk.ts"

/** What was not sent to a conversation that takes nothing more goes along into the next one. True when there was something. */
export function takeAlong(talk: Talk): boolean {
  const { sessionId, state } = talk
  const draft = draftOf(sessionId)
  const texts = [...state.pending.map(({ text }) => text), recall(draft) ?? ""].filter((text) => text.trim() !== "")
  keepUnsent(texts)
  for (const { id } of state.pending) talk.discard(id)
  keep(draft, "")
  return texts.length > 0
}
