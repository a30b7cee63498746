import type { Api } from "@spec-wizard/client"
import { useId, useLayoutEffect, useRef } from "preact/hooks"
import "../style/dialog.css"
import { Failure } from "../call/failure.tsx"
import { Progress } from "../call/progress.tsx"
import { useCall } from "../call/use-call.ts"
import { keepingWords } from "../words/keeping/words.ts"

/** The server's own limit. */
const MAX_LENGTH = 120

type Props = { api: Api; id: string; title: string; onDone: (title: string | undefined) => void }

export function Rename({ api, id, title, onDone }: Props) {
  const words = keepingWords()
  const call = useCall()
  const box = useRef<HTMLInputElement>(null)
  const field = useId()
  useLayoutEffect(() => box.current?.select(), [])

  const submit = async () => {
    const written = box.current?.value.trim() ?? ""
    const ok = written === title || (await call.run(() => api.sessions.rename(id, { title: written })))
    if (ok) onDone(written)
    else box.current?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.isComposing) return
    event.preventDefault() // it would close the dialog
    event.stopPropagation() // or stop a reply
    onDone(undefined)
  }
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <label class="unseen" for={field}>
        {words.conversations.name}
      </label>
      <div class="field-row">
        <input
          class="field"
          id={field}
          ref={box}
          type="text"
          dir="auto"
          autocomplete="off"
          maxLength={MAX_LENGTH}
          defaultValue={title}
          onKeyDown={press}
        />
        <button type="submit" class="button primary">
          {words.conversations.keepName}
        </button>
        <button type="button" class="button" onClick={() => onDone(undefined)}>
          {words.cancel}
        </button>
      </div>
      <Failure problem={call.problem} />
      <Progress call={call} words={words.moment} />
    </form>
  )
}
