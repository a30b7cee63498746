import type { ChatState } from "@spec-wizard/client"
import { useEffect, useRef } from "preact/hooks"
import { submissionWords } from "../words/submission/words.ts"

type Props = {
  submission: NonNullable<ChatState["submission"]>
  /** Where no other region of the page tells of a change. */
  isLive?: boolean
  /** It was just asked for: it takes the focus. */
  isAnswer?: boolean
}

/** How it stands, and the last thing the owner said about it. */
export function Standing({ submission: { status, message }, isLive = false, isAnswer = false }: Props) {
  const words = submissionWords().status
  const news = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (isAnswer) news.current?.focus()
  }, [isAnswer])
  return (
    <div class="standing" {...(isLive && { role: "status" as const })}>
      <p class="news-line" ref={news} {...(isAnswer && { tabIndex: -1 })}>
        {words.is[status]}
      </p>
      {message !== undefined && (
        <>
          <p class="said-by">{words.said}</p>
          <blockquote class="owner-said" dir="auto">
            {message}
          </blockquote>
        </>
      )}
    </div>
  )
}
