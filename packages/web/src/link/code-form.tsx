import type { ComponentChildren } from "preact"
import { useId, useRef } from "preact/hooks"
import { Failure } from "../call/failure.tsx"
import { Progress } from "../call/progress.tsx"
import { useCall } from "../call/use-call.ts"
import { keepingWords } from "../words/keeping/words.ts"
import { asPrinted, caretAfter } from "./code.ts"

type Props = {
  enter: string
  /** Said of a code that does not open anything. */
  wrong?: string
  onCode: (code: string) => Promise<unknown>
  /** What has to be filled in before. */
  children?: ComponentChildren
}

/** For the code from a mail. It is written as the mail prints it while it is typed or pasted. */
export function CodeForm({ enter, wrong = keepingWords().code.wrong, onCode, children }: Props) {
  const words = keepingWords()
  const call = useCall()
  const box = useRef<HTMLInputElement>(null)
  const id = useId()

  const written = ({ currentTarget: input }: { currentTarget: HTMLInputElement }) => {
    const code = asPrinted(input.value)
    if (code === input.value) return
    const caret = caretAfter(input.value.slice(0, input.selectionStart ?? undefined), code)
    input.value = code
    input.setSelectionRange(caret, caret)
  }
  const submit = async () => {
    const code = box.current?.value ?? ""
    if (!(await call.run(() => onCode(code)))) box.current?.focus()
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
      {children}
      <label for={id}>{words.code.label}</label>
      <p class="quiet-text" id={`${id}-hint`}>
        {words.code.hint}
      </p>
      <div class="field-row">
        <input
          class="field code-field"
          id={id}
          ref={box}
          type="text"
          inputMode="text"
          autocomplete="one-time-code"
          autocapitalize="characters"
          spellcheck={false}
          aria-invalid={call.problem !== undefined}
          aria-describedby={`${id}-hint ${id}-problem`}
          onInput={written}
        />
        <button type="submit" class="button primary">
          {enter}
        </button>
      </div>
      <Failure problem={call.problem} id={`${id}-problem`} own={{ "link.invalid": wrong, "body.invalid": wrong }} />
      <Progress call={call} words={words.moment} />
    </form>
  )
}
