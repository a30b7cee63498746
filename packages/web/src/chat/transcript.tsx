import type { ChatState } from "@spec-wizard/client"
import { useCallback, useLayoutEffect, useMemo, useRef } from "preact/hooks"
import type { Ending } from "../ending.ts"
import { DownIcon } from "../icon.tsx"
import { useFollow } from "../scroll.ts"
import type { Places } from "../source/places.ts"
import { useWords } from "../source/use-words.ts"
import type { Words } from "../words/wording.ts"
import { Choices } from "./choices.tsx"
import { Message } from "./message.tsx"
import { Outcome } from "./outcome.tsx"
import { PendingMessage } from "./pending.tsx"
import { Reply } from "./reply.tsx"

type Props = {
  words: Words
  state: ChatState
  /** The turn that has two stages. */
  drafted: string | undefined
  ending: Ending | undefined
  unsent: boolean
  /** What became of the visitor's words. */
  places: Places
  /** To the line that was made of these words. */
  onLine: (words: Element) => void
  /** These words were clicked: the line may come into view. */
  onPoint: (words: Element) => void
  onSend: (text: string) => void
  onRetry: () => Promise<unknown>
  /** To where a key is given. */
  onKey: () => void
  /** Takes a message that cannot be sent back into the box. */
  onTakeBack: (message: ChatState["pending"][number]) => void
}

export function Transcript({
  words,
  state,
  drafted,
  ending,
  unsent,
  places,
  onLine,
  onPoint,
  onSend,
  onRetry,
  onKey,
  onTakeBack,
}: Props) {
  const { messages, pending, turn, noting } = state
  const scroller = useRef<HTMLDivElement>(null)
  const newest = useRef<HTMLDivElement>(null)
  const { behind, toEnd } = useFollow(scroller, newest)
  useWords(scroller, { enter: onLine, point: onPoint })

  const sent = pending.at(-1)?.id
  useLayoutEffect(() => {
    if (sent) toEnd()
  }, [sent])

  const line = useRef(onLine)
  line.current = onLine
  const toLine = useCallback((quoted: Element) => line.current(quoted), [])

  const last = messages.at(-1)
  const earlier = useMemo(
    () =>
      messages
        .slice(0, -1)
        .map((message) => (
          <Message key={message.id} words={words} message={message} place={places.get(message.id)} onLine={toLine} />
        )),
    [messages, words, places],
  )
  const isFree = state.connection === "live" && !noting && !state.ended
  const sending = isFree && pending[0] !== undefined && !pending[0].problem
  const asked = turn !== undefined || sending
  const answered = !asked && pending.length === 0 && last?.role === "wizard" ? last : undefined

  // A reply that others follow, or that did not end well, gives the room it does not need back.
  const roomy = !state.ended && state.connection !== "closed" && (!turn || pending.length === 0)
  const placeClass = asked || answered ? (roomy ? "newest roomy" : "newest") : ""

  // The pressed button is about to go: whoever uses the keyboard stays in the conversation.
  const stay = () => scroller.current?.focus({ preventScroll: true })

  const waiting = pending.map((message, index) => (
    <PendingMessage
      key={message.id}
      words={words}
      state={state}
      index={index}
      message={message}
      onTakeBack={() => onTakeBack(message)}
    />
  ))
  return (
    <div class="transcript">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="scroller" ref={scroller} role="log" aria-live="off" aria-label={words.transcript} tabIndex={0}>
        <div class="column">
          {!last && pending.length === 0 && !state.problem && <p class="opening">{words.first.opening}</p>}
          {earlier}
          {last && last !== answered && (
            <Message words={words} message={last} place={places.get(last.id)} onLine={toLine} />
          )}
          {!turn && waiting}
          <div class={placeClass} ref={newest}>
            {asked && <Reply words={words} turn={turn} drafted={drafted} />}
            {answered && <Message words={words} message={answered} />}
            {answered && noting && <p class="answering">{words.noting}</p>}
            {answered?.choices && state.connection !== "closed" && (
              <Choices
                words={words}
                choices={answered.choices}
                onChoose={({ value }) => {
                  stay()
                  onSend(value)
                }}
              />
            )}
          </div>
          {turn && waiting}
          <Outcome
            words={words}
            state={state}
            ending={ending}
            unsent={unsent}
            onRetry={() => {
              stay()
              return onRetry()
            }}
            onKey={onKey}
          />
        </div>
      </div>
      {behind && (
        <button
          type="button"
          class="button new-below"
          onClick={() => {
            stay()
            toEnd()
          }}
        >
          <DownIcon />
          {words.newBelow}
        </button>
      )}
    </div>
  )
}
