import type { ChatState } from "@spec-wizard/client"
import { useEffect, useRef, useState } from "preact/hooks"
import type { Words } from "./words/words.ts"

/**
 * The one polite region. The transcript itself stays silent, so a reply is heard as "Answering…" and then once as a whole, and what was
 * there when the page was opened is not read out.
 */
export function Announcer({ words, state }: { words: Words; state: ChatState }) {
  const [said, setSaid] = useState("")
  const before = useRef<ChatState | undefined>(undefined)
  useEffect(() => {
    const news = before.current && newsSince(before.current, state, words)
    before.current = state
    if (news) setSaid(news)
  }, [state, words])
  return (
    <div class="unseen" role="status" aria-live="polite">
      {said}
    </div>
  )
}

function newsSince(before: ChatState, state: ChatState, words: Words): string | undefined {
  // A page in the background gives its connection back; nobody needs to hear of that.
  if (state.connection === "offline" && before.connection !== "offline" && !document.hidden) {
    return `${words.hint.offline} ${words.pending.offline}`
  }
  if (state.turn && state.turn.id !== before.turn?.id) return words.answering
  if (state.ended?.type === "stopped" && state.ended.turnId !== before.ended?.turnId) return words.stopped
  const email = state.session?.email
  if (email && before.session && email !== before.session.email) return words.menu.savedTo(email)
  const last = state.messages.at(-1)
  if (last?.role === "wizard" && last.id !== before.messages.at(-1)?.id && awaited(before, state)) {
    const choices = last.choices?.map(({ label }) => label).join(", ")
    return choices ? `${last.text} ${words.suggestions}: ${choices}` : last.text
  }
  return undefined
}

/** An answer, not the history that arrives in bulk when a conversation is opened. */
function awaited(before: ChatState, { messages }: ChatState): boolean {
  if (before.turn || before.pending.length > 0) return true
  return before.messages.length > 0 && messages.length - before.messages.length <= 2
}
