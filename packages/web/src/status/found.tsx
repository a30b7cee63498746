import type { Api } from "@spec-wizard/client"
import { day } from "../day.ts"
import { Standing } from "../submit/standing.tsx"
import { submissionWords } from "../words/submission/words.ts"

export type Submission = Awaited<ReturnType<Api["submissions"]["lookup"]>>["submission"]

/** What was found; what becomes of it while one looks is told as well. */
export function Found({ submission }: { submission: Submission }) {
  const { reference, createdAt } = submission
  return (
    <section class="apart found">
      <h2 class="reference" translate={false}>
        {reference}
      </h2>
      <Standing submission={submission} isLive isAnswer />
      <p class="quiet-text">{submissionWords().status.sentOn(day(createdAt))}</p>
    </section>
  )
}
