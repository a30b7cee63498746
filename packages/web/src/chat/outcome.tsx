import type { ChatState, Problem } from "@spec-wizard/client"
import type { ComponentChildren } from "preact"
import { useEffect, useState } from "preact/hooks"
import type { Words } from "../words/words.ts"

type Props = {
  words: Words
  state: ChatState
  /** Something could not be sent any more before the conversation was closed for good. */
  unsent: boolean
  onRetry: () => Promise<unknown>
}

/** What stands below the last message when something did not end as it should. */
export function Outcome({ words, state, unsent, onRetry }: Props) {
  const { connection, ended, pending, problem } = state
  if (connection === "closed") {
    return (
      <Notice
        alert
        text={words.ended.heading}
        more={unsent ? `${words.ended.text} ${words.ended.unsent}` : words.ended.text}
      >
        <a class="button primary" href="/">
          {words.gone.start}
        </a>
      </Notice>
    )
  }
  if (problem?.code === "rate.limited") {
    return pending.length > 0 && <Limited words={words} problem={problem} />
  }
  if (problem && isUnexpected(problem)) {
    const reference = words.reference(problem.requestId ?? problem.code)
    return (
      <Notice alert text={words.unexpected.heading} more={`${words.unexpected.text} ${reference}`}>
        {problem.retryAfter === undefined && state.appliedSeq === 0 && (
          <Retry label={words.tryAgain} onRetry={onRetry} />
        )}
      </Notice>
    )
  }
  // Whoever has written on has left that turn behind.
  if (pending.length > 0) return null
  if (ended?.type === "stopped") {
    return (
      <Notice text={words.stopped}>
        <Retry label={words.resumeReply} onRetry={onRetry} />
      </Notice>
    )
  }
  if (ended?.type === "failed") {
    return (
      <Notice alert text={ended.retryable ? words.failed : words.failedForGood}>
        {ended.retryable && <Retry label={words.tryAgain} onRetry={onRetry} />}
      </Notice>
    )
  }
  return null
}

/** Waiting for a reply, being offline and a message of the wrong size are shown where they happen. */
const expected = ["turn.active", "offline", "message.too_long", "message.empty", "frame.too_large"]
const isUnexpected = ({ code }: Problem) => !expected.includes(code)

function Limited({ words, problem }: { words: Words; problem: Problem }) {
  const when = useCountdown(problem)
  return <Notice alert calm text={words.limited} more={when && words.goesOn(when)} />
}

/** "in 12 seconds", counting down; undefined when nobody knows, or the time has come. */
function useCountdown(problem: Problem): string | undefined {
  const [seconds, setSeconds] = useState(Math.ceil(problem.retryAfter ?? 0))
  useEffect(() => {
    const until = Date.now() + (problem.retryAfter ?? 0) * 1_000
    const tick = () => setSeconds(Math.max(0, Math.ceil((until - Date.now()) / 1_000)))
    tick()
    const timer = setInterval(tick, 1_000)
    return () => clearInterval(timer)
  }, [problem])
  if (seconds === 0) return undefined
  const format = new Intl.RelativeTimeFormat(document.documentElement.lang)
  return seconds > 90 ? format.format(Math.ceil(seconds / 60), "minute") : format.format(seconds, "second")
}

type NoticeProps = {
  alert?: boolean
  calm?: boolean
  text: string
  more?: string | undefined
  children?: ComponentChildren
}

/** Only `text` is an alert: what follows it may change every second. */
const Notice = ({ alert, calm, text, more, children }: NoticeProps) => (
  <div class={alert && !calm ? "notice error" : "notice"}>
    <div class="notice-words">
      <p class="notice-text" {...(alert && { role: "alert" })}>
        {text}
      </p>
      {more && <p>{more}</p>}
    </div>
    {children}
  </div>
)

/** Once: until the answer is known, another press would ask for the same thing again. */
function Retry({ label, onRetry }: { label: string; onRetry: () => Promise<unknown> }) {
  const [asked, setAsked] = useState(false)
  const press = () => {
    setAsked(true)
    onRetry().then(
      () => setAsked(false),
      () => setAsked(false),
    )
  }
  return (
    <button type="button" class="button" disabled={asked} onClick={press}>
      {label}
    </button>
  )
}
