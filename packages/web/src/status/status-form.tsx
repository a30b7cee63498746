import { useId, useRef } from "preact/hooks"
import { Failure } from "../call/failure.tsx"
import { Progress } from "../call/progress.tsx"
import { useCall } from "../call/use-call.ts"
import { keepingWords } from "../words/keeping/words.ts"
import { submissionWords } from "../words/submission/words.ts"
import { referenceIn } from "./reference-in.ts"

export type Asked = { reference: string; email: string }

type Props = { onLook: (asked: Asked) => Promise<unknown> }

/** Both fields are read forgivingly, by the server too. */
export function StatusForm({ onLook }: Props) {
  const { moment } = keepingWords()
  const { status } = submissionWords()
  const call = useCall()
  const reference = useRef<HTMLInputElement>(null)
  const email = useRef<HTMLInputElement>(null)
  const id = useId()

  const submit = async () => {
    const asked = { reference: referenceIn(reference.current?.value ?? ""), email: email.current?.value.trim() ?? "" }
    if (!(await call.run(() => onLook(asked)))) reference.current?.focus()
  }
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <label for={`${id}-reference`}>{status.reference}</label>
      <p class="quiet-text" id={`${id}-hint`}>
        {status.hint}
      </p>
      <input
        class="field code-field"
        id={`${id}-reference`}
        ref={reference}
        type="text"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        defaultValue={referenceIn(location.hash.slice(1))}
        aria-invalid={call.problem?.code === "submission.not_found"}
        aria-describedby={`${id}-hint ${id}-problem`}
      />
      <label for={`${id}-email`}>{status.email}</label>
      <input
        class="field"
        id={`${id}-email`}
        ref={email}
        type="email"
        autocomplete="email"
        autocapitalize="none"
        spellcheck={false}
        aria-invalid={call.problem?.code === "body.invalid" || call.problem?.code === "submission.not_found"}
        aria-describedby={`${id}-problem`}
      />
      <button type="submit" class="button primary">
        {status.look}
      </button>
      <Failure
        problem={call.problem}
        id={`${id}-problem`}
        own={{ "submission.not_found": status.unknown, "rate.limited": status.limited }}
      />
      <Progress call={call} words={moment} />
    </form>
  )
}
