import type { ChatState } from "@spec-wizard/client"
import { useEffect, useState } from "preact/hooks"
import { KeysIcon, ThemeIcon } from "./icon.tsx"
import { choose, onSystemTheme, theme } from "./theme.ts"
import type { Words } from "./words/words.ts"

type Props = { words: Words; begun: boolean; title: string; state: ChatState; onKeys: () => void }

export function Header({ words, begun, title, state, onKeys }: Props) {
  const word = connectionWord(state)
  return (
    <header class="top">
      <a class="brand" href="/" aria-label={words.home}>
        <Mark />
        <span class="name">Spec Wizard</span>
      </a>
      {begun && <h1 class="title">{title}</h1>}
      {begun && (
        <p class="connection" data-word={word}>
          <span class="dot" aria-hidden="true" />
          {words.connection[word]}
        </p>
      )}
      <div class="tools">
        <ThemeButton words={words} />
        <button type="button" class="tool keys-tool" aria-label={words.keys.heading} title="?" onClick={onKeys}>
          <KeysIcon />
        </button>
      </div>
    </header>
  )
}

/** "Saved" is said only when everything that was sent is in the log, and what the log had when it was opened is here. */
function connectionWord({ connection, session, appliedSeq, pending, turn }: ChatState): keyof Words["connection"] {
  if (connection !== "live") return connection
  if (pending.length === 0) return appliedSeq >= (session?.headSeq ?? 1) ? "saved" : "connecting"
  return turn || pending.some(({ problem }) => problem) ? "waiting" : "sending"
}

function ThemeButton({ words }: { words: Words }) {
  const [shown, setShown] = useState(theme)
  useEffect(() => onSystemTheme(() => setShown(theme())), [])
  const other = shown === "dark" ? "light" : "dark"
  const label = other === "dark" ? words.themeDark : words.themeLight
  const toggle = () => {
    choose(other)
    setShown(other)
  }
  return (
    <button type="button" class="tool" aria-label={label} title={label} onClick={toggle}>
      <ThemeIcon />
    </button>
  )
}

/** The same drawing stands in index.html. */
const Mark = () => (
  <svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
    <path d="M3 2h18v14h-9l-5 5v-5H3z" fill="currentColor" />
    <path class="mark-lines" d="M7 7h10M7 11h6" fill="none" stroke-width="2" />
  </svg>
)
