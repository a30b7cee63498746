import { useEffect, useRef, useState } from "preact/hooks"
import { Failure } from "../call/failure.tsx"
import { Progress } from "../call/progress.tsx"
import type { Call } from "../call/use-call.ts"
import { useCountdown } from "../countdown.ts"
import { keepingWords } from "../words/keeping/words.ts"
import { CodeForm } from "./code-form.tsx"

type Props = {
  /** What was sent, and what to do with it. */
  said: string
  enter: string
  call: Call
  onAgain: () => Promise<boolean>
  onOther: () => void
  onCode: (code: string) => Promise<unknown>
}

/** The mail is on its way: what to do with it, and what if it does not come. */
export function Sent({ said, enter, call, onAgain, onOther, onCode }: Props) {
  const words = keepingWords()
  const [isAgain, setAgain] = useState(false)
  const isLimited = useCountdown(call.problem) !== undefined
  const news = useRef<HTMLParagraphElement>(null)
  useEffect(() => news.current?.focus(), []) // the form that was sent is gone

  const again = async () => {
    if (isLimited) return
    setAgain(false)
    setAgain(await onAgain())
  }
  return (
    <>
      <p class="news-line" ref={news} tabIndex={-1}>
        {said}
      </p>
      <p class="quiet-text">{words.sent.missing}</p>
      <div class="row">
        <button type="button" class="button" aria-disabled={isLimited} onClick={again}>
          {words.sent.again}
        </button>
        <button type="button" class="button" onClick={onOther}>
          {words.sent.other}
        </button>
        <p class="progress" role="status">
          {isAgain ? words.sent.done : ""}
        </p>
      </div>
      <Failure problem={call.problem} />
      <Progress call={call} words={words.moment} />
      <div class="apart">
        <p>{words.sent.or}</p>
        <CodeForm enter={enter} onCode={onCode} />
      </div>
    </>
  )
}
