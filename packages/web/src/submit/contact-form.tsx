import { useId, useLayoutEffect, useRef, useState } from "preact/hooks"
import { Failure } from "../call/failure.tsx"
import { Progress } from "../call/progress.tsx"
import { useCall } from "../call/use-call.ts"
import type { SessionId } from "../session.ts"
import type { Talk } from "../talk.ts"
import { submissionWords } from "../words/submission/words.ts"
import { Consent } from "./consent.tsx"
import { keepTyped, typedBefore } from "./draft.ts"
import { ContactField } from "./field.tsx"
import { FIELDS, type Refused, read } from "./fields.ts"
import { send } from "./send.ts"

type Props = {
  talk: Talk
  sessionId: SessionId
  email: string | undefined
  /** Another form than this one was sent before, and its answer lost. */
  onEarlier: () => void
}

/** The text lives in the fields and, with every key, in the browser's storage. Once it is sent, something else takes the form's place. */
export function ContactForm({ talk, sessionId, email = "", onEarlier }: Props) {
  const words = submissionWords()
  const call = useCall()
  const form = useRef<HTMLFormElement>(null)
  const [refused, setRefused] = useState<Refused>({})
  const id = useId()

  useLayoutEffect(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(), [refused])

  const submit = () => {
    if (!form.current || call.busy) return
    const typed = read(form.current)
    setRefused("refused" in typed ? typed.refused : {})
    if ("contact" in typed) void call.run(() => send(talk, sessionId, typed.contact, onEarlier))
  }
  return (
    <form
      class="form contact"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {FIELDS.map((field) => (
        <ContactField
          key={field.name}
          id={`${id}-${field.name}`}
          field={field}
          before={typedBefore(sessionId, field.name) ?? (field.name === "email" ? email : "")}
          refused={refused[field.name]}
          onInput={(text) => talk.state.connection !== "closed" && keepTyped(sessionId, field.name, text)}
        />
      ))}
      <Consent id={`${id}-consent`} isRefused={refused.consent !== undefined} />
      <button type="submit" class="button primary">
        {words.send}
      </button>
      <Failure
        problem={call.problem}
        own={{ "rate.limited": words.failure.limited, "body.invalid": words.failure.unread }}
      />
      <Progress call={call} words={words.sending} />
    </form>
  )
}
