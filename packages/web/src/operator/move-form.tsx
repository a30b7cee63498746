import type { ComponentChildren } from "preact"
import { useId, useState } from "preact/hooks"
import { operatorWords } from "../words/operator.ts"
import { draftOf, keepDraft } from "./drafts.ts"
import type { Status } from "./place.ts"

const words = operatorWords.one

type Further = Exclude<Status, "erased">

type Props = {
  reference: string
  email: string
  /** Where it can go from here. */
  statuses: readonly Further[]
  busy: boolean
  onMove: (to: Further, message: string) => void
  children: ComponentChildren
}

/** One step on, or several, with or without a word about it. */
export function MoveForm({ reference, email, statuses, busy, onMove, children }: Props) {
  const [chosen, choose] = useState(statuses[0])
  const [message, setMessage] = useState(() => draftOf(reference, "message"))
  const id = useId()
  const to = statuses.find((status) => status === chosen) ?? statuses[0] // somebody else may have moved it meanwhile
  if (!to) return null
  return (
    <form
      class="form act"
      onSubmit={(event) => {
        event.preventDefault()
        onMove(to, message.trim())
      }}
    >
      <fieldset class="picks">
        <legend>{words.to}</legend>
        {statuses.map((status) => (
          <label class="pick" key={status}>
            <input type="radio" name="status" checked={status === to} onChange={() => choose(status)} />
            {operatorWords.status[status]}
          </label>
        ))}
      </fieldset>
      <label for={id}>{words.message}</label>
      <textarea
        class="field"
        id={id}
        rows={3}
        dir="auto"
        value={message}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => {
          setMessage(currentTarget.value)
          keepDraft(reference, "message", currentTarget.value)
        }}
      />
      <p class="quiet-text" id={`${id}-hint`}>
        {words.mails(email, words.sentences[to])} {words.oneWay}
      </p>
      <button type="submit" class="button primary" aria-disabled={busy}>
        {words.mark[to]}
      </button>
      {children}
    </form>
  )
}
