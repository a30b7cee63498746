import type { ComponentChildren } from "preact"
import { useId, useRef, useState } from "preact/hooks"
import { operatorWords } from "../words/operator.ts"
import { draftOf, keepDraft } from "./drafts.ts"

const words = operatorWords.one

type Props = {
  reference: string
  email: string
  busy: boolean
  onAsk: (question: string) => void
  children: ComponentChildren
}

/** A question back, which its submitter answers in the conversation. */
export function QuestionForm({ reference, email, busy, onAsk, children }: Props) {
  const [question, setQuestion] = useState(() => draftOf(reference, "question"))
  const [isEmpty, setIsEmpty] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  return (
    <form
      class="form act"
      onSubmit={(event) => {
        event.preventDefault()
        const asked = question.trim()
        setIsEmpty(asked === "")
        if (asked === "") field.current?.focus()
        else onAsk(asked)
      }}
    >
      <h3>{words.ask}</h3>
      <label for={id}>{words.question}</label>
      {isEmpty && (
        <p class="wrong" role="alert" id={`${id}-wrong`}>
          {words.empty}
        </p>
      )}
      <textarea
        class="field"
        id={id}
        ref={field}
        rows={3}
        dir="auto"
        value={question}
        aria-invalid={isEmpty}
        aria-describedby={`${id}-wrong ${id}-hint`}
        onInput={({ currentTarget }) => {
          setIsEmpty(false)
          setQuestion(currentTarget.value)
          keepDraft(reference, "question", currentTarget.value)
        }}
      />
      <p class="quiet-text" id={`${id}-hint`}>
        {words.asks(email)}
      </p>
      <button type="submit" class="button" aria-disabled={busy}>
        {words.send}
      </button>
      {children}
    </form>
  )
}
