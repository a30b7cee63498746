import { useId, useRef } from "preact/hooks"
import { Failure } from "../call/failure.tsx"
import { Progress } from "../call/progress.tsx"
import type { Call } from "../call/use-call.ts"
import { keepingWords } from "../words/keeping/words.ts"

type Props = {
  call: Call
  send: string
  /** What was written before. */
  email: string
  isFirst?: boolean
  /** True when it was sent. */
  onSend: (email: string) => Promise<boolean>
}

/** For a mail address. Whether it is one is the server's to say, which also says it of those the browser would let pass. */
export function AddressForm({ call, send, email, isFirst, onSend }: Props) {
  const words = keepingWords()
  const box = useRef<HTMLInputElement>(null)
  const id = useId()
  const submit = async () => {
    if (!(await onSend(box.current?.value.trim() ?? ""))) box.current?.focus()
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
      <label for={id}>{words.address}</label>
      <div class="field-row">
        <input
          class="field"
          id={id}
          ref={box}
          type="email"
          autocomplete="email"
          autocapitalize="none"
          spellcheck={false}
          defaultValue={email}
          aria-invalid={call.problem?.code === "body.invalid"}
          aria-describedby={`${id}-problem`}
          {...(isFirst && { "data-first": true })}
        />
        <button type="submit" class="button primary">
          {send}
        </button>
      </div>
      <Failure problem={call.problem} id={`${id}-problem`} />
      <Progress call={call} words={words.moment} />
    </form>
  )
}
