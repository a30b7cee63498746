import { draftOf } from "./chat/composer.tsx"
import { forgetTyped } from "./submit/draft.ts"
import { keepMine, recallMine } from "./tab.ts"
import { keepUnsent, type Talk } from "./talk.ts"

/** What was not sent to a conversation that takes nothing more goes along into the next one; who would have sent the document is forgotten. True when there was something. */
export function takeAlong(talk: Talk): boolean {
  const { sessionId, state } = talk
  const draft = draftOf(sessionId)
  if (sessionId) forgetTyped(sessionId)
  const texts = [...state.pending.map(({ text }) => text), recallMine(draft) ?? ""].filter((text) => text.trim() !== "")
  keepUnsent(texts)
  for (const { id } of state.pending) talk.discard(id)
  keepMine(draft, "")
  return texts.length > 0
}
