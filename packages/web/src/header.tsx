import type { ChatState } from "@spec-wizard/client"
import type { ComponentChildren } from "preact"
import type { Words } from "./words/wording.ts"

type Props = {
  words: Words
  /** Of a conversation. */
  begun?: { title: ComponentChildren; state: ChatState } | undefined
  children: ComponentChildren
}

export function Header({ words, begun, children }: Props) {
  return (
    <header class="top">
      <a class="brand" href="/" aria-label={words.home}>
        <Mark />
        <span class="name">Spec Wizard</span>
      </a>
      {begun?.title}
      {begun && <ConnectionWord words={words} state={begun.state} />}
      <div class="tools">{children}</div>
    </header>
  )
}

function ConnectionWord({ words, state }: { words: Words; state: ChatState }) {
  const word = connectionWord(state)
  return (
    <p class="connection" data-word={word}>
      <span class="dot" aria-hidden="true" />
      <span class="connection-word">{words.connection[word]}</span>
    </p>
  )
}

/** "Saved" is said only when everything that was sent is in the log, and what the log had when it was opened is here. */
function connectionWord({ connection, session, appliedSeq, pending, turn }: ChatState): keyof Words["connection"] {
  if (connection !== "live") return connection
  if (pending.length === 0) return appliedSeq >= (session?.headSeq ?? 1) ? "saved" : "connecting"
  return turn || pending.some(({ problem }) => problem) ? "waiting" : "sending"
}

/** The same drawing stands in index.html. */
const Mark = () => (
  <svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
    <path d="M3 2h18v14h-9l-5 5v-5H3z" fill="currentColor" />
    <path class="mark-lines" d="M7 7h10M7 11h6" fill="none" stroke-width="2" />
  </svg>
)
