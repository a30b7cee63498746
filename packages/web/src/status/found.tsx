import type { Api } from "@spec-wizard/client"
import { useEffect, useRef } from "preact/hooks"
import { day } from "../day.ts"
import { submissionWords } from "../words/submission/words.ts"

export type Submission = Awaited<ReturnType<Api["submissions"]["lookup"]>>["submission"]

/** How it stands, and the last thing that was said about it. */
export function Found({ submission: { reference, status, createdAt, message } }: { submission: Submission }) {
  const words = submissionWords().status
  const news = useRef<HTMLParagraphElement>(null)
  useEffect(() => news.current?.focus(), [])
  return (
    <section class="apart found">
      <h2 class="reference" translate={false}>
        {reference}
      </h2>
      <p class="news-line" ref={news} tabIndex={-1}>
        {words.is[status]}
      </p>
      {message !== undefined && (
        <div>
          <h3>{words.said}</h3>
          <blockquote class="owner-said" dir="auto">
            {message}
          </blockquote>
        </div>
      )}
      <p class="quiet-text">{words.sentOn(day(createdAt))}</p>
    </section>
  )
}
