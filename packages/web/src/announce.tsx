import type { ChatState } from "@spec-wizard/client"
import { useEffect, useRef, useState } from "preact/hooks"
import { doing } from "./chat/doing.ts"
import { companyName } from "./key/company.ts"
import { useOwnKey } from "./key/own-key.ts"
import type { Words } from "./words/wording.ts"

type Props = {
  words: Words
  state: ChatState
  /** The turn that has two stages. */
  drafted: string | undefined
}

/**
 * The one polite region. The transcript itself stays silent, so a reply is heard as "Answering…" (or "Drafting…", "Revising…") and then once as a whole, and what was
 * there when the page was opened is not read out.
 */
export function Announcer({ words, state, drafted }: Props) {
  const [said, setSaid] = useState("")
  const before = useRef<ChatState | undefined>(undefined)
  const done = useRef<string | undefined>(undefined)
  useEffect(() => {
    const now = state.turn && doing(words, state.turn, drafted)
    const isNext = now !== done.current || state.turn?.id !== before.current?.turn?.id
    const news = before.current && newsSince(before.current, state, words, isNext ? now : undefined)
    before.current = state
    done.current = now
    if (news) setSaid(news)
  }, [state, words, drafted])
  const key = useOwnKey()
  const keyBefore = useRef(key)
  useEffect(() => {
    if (key && key !== keyBefore.current) setSaid(words.ownKey.used(companyName(key.provider, words)))
    keyBefore.current = key
  }, [key, words])
  return (
    <div class="unseen" role="status" aria-live="polite">
      {said}
    </div>
  )
}

/** `next`: what the running reply has come to, if that is new. */
function newsSince(before: ChatState, state: ChatState, words: Words, next: string | undefined): string | undefined {
  // A page in the background gives its connection back; nobody needs to hear of that.
  if (state.connection === "offline" && before.connection !== "offline" && !document.hidden) {
    return `${words.hint.offline} ${words.pending.offline}`
  }
  if (next) return next
  if (state.ended?.type === "stopped" && state.ended.turnId !== before.ended?.turnId) return words.stopped
  const email = state.session?.email
  if (email && before.session && email !== before.session.email) return words.menu.savedTo(email)
  if (state.session?.status === "submitted" && before.session?.status === "open") return words.menu.news
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
