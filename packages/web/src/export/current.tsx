import type { ChatState } from "@spec-wizard/client"
import { useEffect, useRef, useState } from "preact/hooks"
import { Failure } from "../call/failure.tsx"
import { Progress } from "../call/progress.tsx"
import { useCall } from "../call/use-call.ts"
import type { SessionId } from "../session.ts"
import { exportWords } from "../words/export/words.ts"
import { keepingWords } from "../words/keeping/words.ts"
import { Bar } from "./bar.tsx"
import { DownloadLink } from "./download-link.tsx"
import { type Export, isOver } from "./export.ts"
import { sentence } from "./sentence.ts"
import { Waiting } from "./waiting.tsx"

type Props = {
  sessionId: SessionId
  one: Export
  connection: ChatState["connection"]
  /** The browser was told to fetch it. */
  isStarted: boolean
  /** The same once more. Rejects when it was not asked for. */
  onAgain: () => Promise<void>
  onOther: () => void
}

/** One that was asked for: how far it is, and what there is to do. */
export function Current({ sessionId, one, connection, isStarted, onAgain, onOther }: Props) {
  const words = exportWords()
  const { moment, sent } = keepingWords()
  const again = useCall()
  const [isVerified, setVerified] = useState(false)
  const { status, email, sizeBytes } = one
  const isThere = sizeBytes !== undefined
  const isFailed = status === "failed"
  const isAlone = isThere && (isFailed || email === undefined)
  const waitsFor = status === "unverified" && !isVerified ? email : undefined
  const isWaiting = waitsFor !== undefined
  const news = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (!isWaiting) news.current?.focus() // the form that was there is gone
  }, [isWaiting])
  const said = status === "unverified" && isVerified ? words.verified(email ?? "") : sentence(one, words)
  return (
    <>
      <div>
        <p class={isWaiting ? "quiet-text" : "news-line"} role="status" ref={news} tabIndex={-1}>
          {isStarted && email === undefined ? `${said} ${words.started}` : said}
        </p>
        {!isFailed && <Bar one={one} />}
      </div>
      {connection !== "live" && !isOver(one) && <p class="quiet-text">{words.away}</p>}
      {waitsFor !== undefined && (
        <Waiting sessionId={sessionId} email={waitsFor} onOther={onOther} onVerified={() => setVerified(true)} />
      )}
      <div class={isWaiting ? "row apart" : "row"}>
        {isThere && <DownloadLink sessionId={sessionId} one={one} class={isAlone ? "primary" : ""} />}
        {isFailed && !isThere && (
          <button type="button" class="button primary" onClick={() => again.run(onAgain)}>
            {words.tryAgain}
          </button>
        )}
        {!isWaiting && (
          <button type="button" class="button" onClick={onOther}>
            {isFailed && isThere ? sent.other : words.another}
          </button>
        )}
      </div>
      <Failure problem={again.problem} />
      <Progress call={again} words={moment} />
    </>
  )
}
