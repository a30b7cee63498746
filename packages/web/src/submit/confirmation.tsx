import type { ChatState } from "@spec-wizard/client"
import { useEffect, useRef } from "preact/hooks"
import { type SessionId, STATUS_PATH } from "../session.ts"
import { submissionWords } from "../words/submission/words.ts"
import { forgetTyped } from "./draft.ts"
import { Reference } from "./reference.tsx"
import { Standing } from "./standing.tsx"

type Props = {
  sessionId: SessionId
  submission: ChatState["submission"]
  /** It was sent while the dialog was open, here or elsewhere, so what had the focus is gone. */
  isNews: boolean
  /** It was sent before the form had these words in it. */
  isEarlier: boolean
}

export function Confirmation({ sessionId, submission, isNews, isEarlier }: Props) {
  const { sent } = submissionWords()
  const news = useRef<HTMLParagraphElement>(null)
  const isWaiting = submission === undefined || submission.status === "received"
  useEffect(() => {
    forgetTyped(sessionId)
    if (isNews) news.current?.focus()
  }, [sessionId, isNews])
  return (
    <>
      <p class="news-line" ref={news} tabIndex={-1}>
        {isEarlier ? `${sent.lead} ${sent.earlier}` : sent.lead}
      </p>
      <div>
        <p>{sent.reference}</p>
        {submission ? <Reference reference={submission.reference} /> : <p class="quiet-text">{sent.inMail}</p>}
      </div>
      {submission && (
        <>
          <h3>{sent.standing}</h3>
          <Standing submission={submission} isLive />
        </>
      )}
      <h3>{sent.next}</h3>
      <ul class="points">
        {isWaiting && <li>{sent.mail}</li>}
        {isWaiting && <li>{sent.answer}</li>}
        <li>{sent.goOn}</li>
      </ul>
      <p class="start-anew">
        <a href={submission ? `${STATUS_PATH}#${submission.reference}` : STATUS_PATH}>{sent.look}</a>
      </p>
    </>
  )
}
