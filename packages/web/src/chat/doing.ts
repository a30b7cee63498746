import type { ChatState } from "@spec-wizard/client"
import type { Words } from "../words/wording.ts"

/** What goes on behind the running reply. One of two stages is drafted before anything of it is heard. */
export function doing(words: Words, turn: ChatState["turn"], drafted: string | undefined): string {
  if (!turn || turn.id !== drafted) return words.answering
  return turn.status === "waiting" ? words.drafting : words.revising
}
