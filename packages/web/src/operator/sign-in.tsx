import { createOperator, type Operator, type Problem } from "@spec-wizard/client"
import { useEffect, useId, useRef, useState } from "preact/hooks"
import { Progress } from "../call/progress.tsx"
import { useCall } from "../call/use-call.ts"
import { operatorWords } from "../words/operator.ts"
import { Refusal } from "./refusal.tsx"
import { dropToken, isToken, keepToken } from "./token.ts"

const words = operatorWords.signIn

const REFUSED: Problem = { code: "operator.refused", detail: "" }

/**
 * The token lives in the field, which is read once, and then in the memory of the page. Whether it is the right one is found out by asking
 * for a list with it.
 */
export function SignIn({ onEnter }: { onEnter: (operator: Operator) => void }) {
  const call = useCall()
  const field = useRef<HTMLInputElement>(null)
  const keep = useRef<HTMLInputElement>(null)
  const [unfit, setUnfit] = useState<"missing" | "refused">()
  const id = useId()
  useEffect(() => {
    document.title = `${operatorWords.title} – Spec Wizard`
  }, [])

  const submit = async () => {
    const token = field.current?.value.trim() ?? ""
    call.forget()
    setUnfit(token === "" ? "missing" : isToken(token) ? undefined : "refused")
    if (!isToken(token)) return field.current?.focus()
    const operator = createOperator({ baseUrl: "", token })
    if (!(await call.run(() => operator.submissions.list({ limit: 1 })))) return field.current?.focus()
    if (keep.current?.checked) keepToken(token)
    else dropToken()
    onEnter(operator)
  }
  const problem = unfit === "refused" ? REFUSED : call.problem
  return (
    <main class="page">
      <div class="plain-page">
        <h1>{words.heading}</h1>
        <p>{words.lead}</p>
        <form
          class="form"
          method="post"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void submit()
          }}
        >
          {/* For whoever keeps the token in a password manager, which is a good place for it. */}
          <input type="text" name="username" autocomplete="username" value="operator" readOnly hidden />
          <label for={id}>{words.label}</label>
          <p class="quiet-text" id={`${id}-hint`}>
            {words.hint}
          </p>
          <input
            class="field"
            id={id}
            ref={field}
            type="password"
            autocomplete="current-password"
            autocapitalize="none"
            spellcheck={false}
            aria-invalid={unfit !== undefined || problem?.code === "operator.refused"}
            aria-describedby={`${id}-hint ${id}-problem`}
          />
          <label class="pick">
            <input type="checkbox" ref={keep} />
            {words.keep}
          </label>
          {unfit === "missing" && (
            <p class="wrong" role="alert" id={`${id}-problem`}>
              {words.missing}
            </p>
          )}
          <Refusal problem={problem} id={`${id}-problem`} />
          <button type="submit" class="button primary">
            {words.enter}
          </button>
          <Progress call={call} words={operatorWords.loading} />
        </form>
      </div>
    </main>
  )
}
