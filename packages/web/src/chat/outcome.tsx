import type { ChatState, Problem } from "@spec-wizard/client"
import type { ComponentChildren } from "preact"
import { useCountdown } from "../countdown.ts"
import type { Ending } from "../ending.ts"
import type { Words } from "../words/wording.ts"
import { KeyGone } from "./key-gone.tsx"
import { Retry } from "./retry.tsx"

type Props = {
  words: Words
  state: ChatState
  ending: Ending | undefined
  /** Something could not be sent any more before the conversation was closed for good. */
  unsent: boolean
  onRetry: () => Promise<unknown>
  /** To where a key is given. */
  onKey: () => void
}

/** What stands below the last message when something did not end as it should. */
export function Outcome({ words, state, ending, unsent, onRetry, onKey }: Props) {
  const { ended, pending, problem } = state
  if (ending === "signed-out") {
    return (
      <Notice alert calm text={words.signedOut.heading} more={words.signedOut.text}>
        <a class="button primary" href={location.pathname}>
          {words.signedOut.open}
        </a>
      </Notice>
    )
  }
  if (ending) {
    const { heading, text } = ending === "erased" ? words.erased : words.ended
    return (
      <Notice alert text={heading} more={unsent ? `${text} ${words.ended.unsent}` : text}>
        <a class="button primary" href="/">
          {words.gone.start}
        </a>
      </Notice>
    )
  }
  if (problem?.code === "rate.limited") {
    return pending.length > 0 && <Limited words={words} problem={problem} />
  }
  if (problem?.code === "cookies.blocked") {
    return (
      <Notice alert text={words.cookies.heading} more={words.cookies.text}>
        <Retry label={words.tryAgain} onRetry={onRetry} />
      </Notice>
    )
  }
  if (problem?.code === "socket.blocked") return <Notice alert text={words.blocked.heading} more={words.blocked.text} />
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
  if (ended?.code === "key.gone") {
    return (
      <Notice alert text={words.ownKey.gone}>
        <KeyGone words={words} onRetry={onRetry} onKey={onKey} />
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

/** Waiting for a reply, being offline, a refused key and a message of the wrong size are shown where they happen. */
const expected = ["key.refused", "turn.active", "offline", "message.too_long", "message.empty", "frame.too_large"]
const isUnexpected = ({ code }: Problem) => !expected.includes(code)

function Limited({ words, problem }: { words: Words; problem: Problem }) {
  const when = useCountdown(problem)
  return <Notice alert calm text={words.limited} more={when && words.goesOn(when)} />
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
