import type { ChatState } from "@spec-wizard/client"
import { useEffect, useRef } from "preact/hooks"
import { type SessionId, STATUS_PATH } from "../session.ts"
import { submissionWords } from "../words/submission/words.ts"
import { forgetTyped } from "./draft.ts"
import { Reference } from "./reference.tsx"

type Props = {
  sessionId: SessionId
  submission: ChatState["submission"]
  /** It was sent while the dialog was open, here or elsewhere, so what had the focus is gone. */
  isNews: boolean
}

export function Confirmation({ sessionId, submission, isNews }: Props) {
  const { sent } = submissionWords()
  const news = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    forgetTyped(sessionId)
    if (isNews) news.current?.focus()
  }, [sessionId, isNews])
  return (
    <>
      <p class="news-line" ref={news} tabIndex={-1}>
        {sent.lead}
      </p>
      <div>
        <p>{sent.reference}</p>
        {submission ? <Reference reference={submission.reference} /> : <p class="quiet-text">{sent.inMail}</p>}
      </div>
      <h3>{sent.next}</h3>
      <ul class="points">
        <li>{sent.mail}</li>
        <li>{sent.answer}</li>
        <li>{sent.goOn}</li>
      </ul>
      <p class="start-anew">
        <a href={submission ? `${STATUS_PATH}#${submission.reference}` : STATUS_PATH}>{sent.look}</a>
      </p>
    </>
  )
}
