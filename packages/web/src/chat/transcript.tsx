import { useLayoutEffect, useMemo, useRef } from "preact/hooks"
import { DownIcon } from "../icon.tsx"
import { useFollow } from "../scroll.ts"
import type { TalkState } from "../talk.ts"
import type { Words } from "../words/words.ts"
import { type Choice, Choices } from "./choices.tsx"
import { Message, Visitor } from "./message.tsx"
import { Outcome } from "./outcome.tsx"
import { Reply } from "./reply.tsx"

type Props = { words: Words; state: TalkState; onSend: (text: string) => void; onRetry: () => void }

export function Transcript({ words, state, onSend, onRetry }: Props) {
  const { messages, pending, turn } = state
  const scroller = useRef<HTMLDivElement>(null)
  const newest = useRef<HTMLElement>(null)
  const { behind, toEnd } = useFollow(scroller, newest)

  const sent = pending.at(-1)?.id
  useLayoutEffect(() => {
    if (sent) toEnd()
  }, [sent])

  const last = messages.at(-1)
  const earlier = useMemo(
    () => messages.slice(0, -1).map((message) => <Message key={message.id} words={words} message={message} />),
    [messages, words],
  )
  const idle = !turn && pending.length === 0 && state.connection !== "closed"
  const choices = idle && last?.role === "wizard" ? (last.choices ?? []) : []
  const asked = turn || (state.connection === "live" && pending[0] && !pending[0].problem && !state.ended)

  const choose = ({ value }: Choice) => {
    // The button is about to go: whoever uses the keyboard stays in the conversation.
    scroller.current?.focus({ preventScroll: true })
    onSend(value)
  }

  return (
    <div class="transcript">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="scroller" ref={scroller} role="log" aria-live="off" aria-label={words.transcript} tabIndex={0}>
        <div class="column">
          {messages.length === 0 && pending.length === 0 && state.connection !== "closed" && (
            <p class="opening">{words.first.opening}</p>
          )}
          {earlier}
          {last && (
            <Message key={last.id} words={words} message={last} {...(last.role === "wizard" && !asked && { entry: newest })} />
          )}
          {choices.length > 0 && <Choices words={words} choices={choices} onChoose={choose} />}
          {turn && <Reply words={words} text={turn.text} entry={newest} />}
          {pending.map(({ id, text }, index) => (
            <Visitor key={id} words={words} text={text} note={pendingNote(words, state, index)} />
          ))}
          {asked && !turn && <Reply words={words} text="" entry={newest} />}
          <Outcome words={words} state={state} onRetry={onRetry} />
        </div>
      </div>
      {behind && (
        <button type="button" class="button new-below" onClick={toEnd}>
          <DownIcon />
          {words.newBelow}
        </button>
      )}
    </div>
  )
}

function pendingNote(words: Words, { connection, turn, pending }: TalkState, index: number): string {
  if (connection !== "live") return words.pending.offline
  if (turn || index > 0) return words.pending.afterReply
  return pending[index]?.problem ? words.connection.waiting : words.pending.sending
}
