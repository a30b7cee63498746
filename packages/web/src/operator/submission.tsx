import { useEffect } from "preact/hooks"
import { moment } from "../day.ts"
import { operatorWords } from "../words/operator.ts"
import { Actions } from "./actions.tsx"
import { Contact } from "./contact.tsx"
import { DocumentView } from "./document-view.tsx"
import { History } from "./history.tsx"
import { PdfButton } from "./pdf-button.tsx"
import { monthName } from "./place.ts"
import { Refusal } from "./refusal.tsx"
import { Said } from "./said.tsx"
import { useSigned } from "./signed.ts"
import { Tag } from "./tag.tsx"
import { useLoaded } from "./use-loaded.ts"

const words = operatorWords.one

/** `list`: where one came from. */
type Props = { reference: string; list: string }

/** One submission: who, what, and what comes next. */
export function Submission({ reference, list }: Props) {
  const { operator } = useSigned()
  const { value, problem, again, put } = useLoaded(
    reference,
    async (signal) => (await operator.submissions.get(reference, { signal })).submission,
  )
  const isErased = value?.status === "erased"
  const title = isErased ? operatorWords.list.erased : value && (value.title ?? operatorWords.list.untitled)
  useEffect(() => {
    document.title = `${reference} – ${operatorWords.title} – Spec Wizard`
  }, [reference])
  return (
    <>
      <p class="back">
        <a class="way" href={list}>
          {words.back(monthName(list.slice(1, 8)))}
        </a>
      </p>
      <div class="one-head">
        <h1 tabIndex={-1} dir="auto">
          {title ?? reference}
        </h1>
        {value && (
          <p class="one-facts">
            <span class="ref" translate={false}>
              {value.reference}
            </span>
            <Tag status={value.status} />
            {!isErased && <span>{operatorWords.level[value.level]}</span>}
            <span>{words.submitted(moment(value.createdAt))}</span>
          </p>
        )}
      </div>
      {!value && !problem && <p class="quiet-text">{operatorWords.loading}</p>}
      <Refusal problem={problem} />
      {problem && problem.code !== "submission.not_found" && (
        <button type="button" class="button" onClick={again}>
          {operatorWords.list.again}
        </button>
      )}
      {value && (
        <div class="one">
          <div class="one-side">
            {isErased && <p>{words.erased}</p>}
            <Contact submission={value} />
            {!isErased && (
              <PdfButton
                reference={reference}
                state={value.pdf ? "made" : value.pdfError ? "failed" : "waits"}
                onLook={again}
              />
            )}
            {!isErased && <Actions submission={value} put={put} />}
            <Said said={value.messages} />
            <History acts={value.history} />
          </div>
          {value.document && <DocumentView document={value.document} />}
        </div>
      )}
    </>
  )
}
