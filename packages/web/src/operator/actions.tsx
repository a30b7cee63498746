import { ApiError } from "@spec-wizard/client"
import { useEffect, useRef, useState } from "preact/hooks"
import { useCall } from "../call/use-call.ts"
import { operatorWords } from "../words/operator.ts"
import type { Details } from "./details.ts"
import { keepDraft } from "./drafts.ts"
import { MoveForm } from "./move-form.tsx"
import { STATUSES, type Status } from "./place.ts"
import { QuestionForm } from "./question-form.tsx"
import { Refusal } from "./refusal.tsx"
import { useSigned } from "./signed.ts"

const words = operatorWords.one

const FORWARD = ["reviewed", "quoted", "closed"] as const
const ORDER: readonly Status[] = STATUSES

type Props = { submission: Details; put: (submission: Details) => void }

/** What the operator can do. Whoever was overtaken by somebody else sees how it stands now, and has not sent anything. */
export function Actions({ submission, put }: Props) {
  const { operator } = useSigned()
  const call = useCall()
  const [news, setNews] = useState("")
  const [asked, setAsked] = useState<"message" | "question">("message")
  const [done, setDone] = useState(0)
  const said = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (news) said.current?.focus()
  }, [news])

  const { reference, status, version, contact } = submission
  const email = contact?.email ?? ""
  const change = async (about: typeof asked, input: ChangeInput, told: string) => {
    setNews("")
    setAsked(about)
    const isDone = await call.run(async () => {
      try {
        const changed = await operator.submissions.change(reference, { ...input, version })
        keepDraft(reference, about, "")
        put(changed.submission)
      } catch (cause) {
        if (isOvertaken(cause)) put((await operator.submissions.get(reference)).submission)
        throw cause
      }
    })
    if (!isDone) return
    setDone((before) => before + 1)
    setNews(told)
  }

  const further = FORWARD.filter((one) => ORDER.indexOf(one) > ORDER.indexOf(status))
  const refusal = (about: typeof asked) => about === asked && <Refusal problem={call.problem} />
  return (
    <section class="card">
      <h2>{words.next}</h2>
      {news && (
        <p class="news-line" ref={said} tabIndex={-1}>
          {news}
        </p>
      )}
      {further.length > 0 ? (
        <>
          <MoveForm
            key={`move ${done}`}
            reference={reference}
            email={email}
            statuses={further}
            busy={call.busy}
            onMove={(to, message) =>
              void change(
                "message",
                { status: to, ...(message && { message }) },
                words.moved(operatorWords.status[to].toLowerCase(), email),
              )
            }
          >
            {refusal("message")}
          </MoveForm>
          <QuestionForm
            key={`ask ${done}`}
            reference={reference}
            email={email}
            busy={call.busy}
            onAsk={(question) => void change("question", { question }, words.asked(email))}
          >
            {refusal("question")}
          </QuestionForm>
        </>
      ) : (
        <>
          <p>{words.closed}</p>
          <Refusal problem={call.problem} />
        </>
      )}
      <p class="progress" role="status">
        {call.slow ? words.sending : ""}
      </p>
    </section>
  )
}

type ChangeInput = { status: Exclude<Status, "erased">; message?: string } | { question: string }

/** It is no longer as it was read: moved, closed or erased meanwhile. */
const isOvertaken = (cause: unknown) => cause instanceof ApiError && (cause.status === 409 || cause.status === 410)
