import { useId, useRef, useState } from "preact/hooks"
import { keepingWords } from "../words/keeping/words.ts"
import type { Words } from "../words/wording.ts"
import { companyName } from "./company.ts"
import { isKey, takeKey } from "./own-key.ts"

type Props = { words: Words; companies: string[]; isRefused: boolean }

/**
 * The key lives in the field itself, which has no name and is read once: it never becomes an attribute, part of an address, or state of
 * the page before it is used. `isRefused`: the last one was.
 */
export function KeyForm({ words, companies, isRefused }: Props) {
  const { key: own } = keepingWords()
  const field = useRef<HTMLInputElement>(null)
  const keep = useRef<HTMLInputElement>(null)
  const [provider, setProvider] = useState(companies[0] ?? "")
  const [problem, setProblem] = useState(isRefused ? own.refused : "")
  const id = useId()

  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const apiKey = field.current?.value.trim() ?? ""
    if (!isKey(apiKey)) {
      setProblem(own.unfit)
      field.current?.focus()
      return
    }
    event.currentTarget.closest("dialog")?.close()
    takeKey({ provider, apiKey }, keep.current?.checked ?? false)
  }

  return (
    <form class="form" method="dialog" noValidate onSubmit={submit}>
      <fieldset class="picks">
        <legend>{own.company}</legend>
        {companies.map((company) => (
          <label class="pick" key={company}>
            <input
              type="radio"
              name="company"
              defaultChecked={company === provider}
              onChange={() => setProvider(company)}
            />
            {companyName(company, words)}
          </label>
        ))}
      </fieldset>
      <label for={id}>{own.label}</label>
      <input
        class="field"
        id={id}
        ref={field}
        type="password"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        aria-invalid={problem === own.unfit}
        aria-describedby={`${id}-problem`}
        data-first
        onInput={() => setProblem("")}
      />
      <label class="pick">
        <input type="checkbox" ref={keep} />
        {own.untilClosed}
      </label>
      <div class="failure" id={`${id}-problem`}>
        <p role="alert">{problem}</p>
      </div>
      <button type="submit" class="button primary">
        {own.use}
      </button>
    </form>
  )
}
