import { useState } from "preact/hooks"
import { keepingWords } from "../words/keeping/words.ts"
import { submissionWords } from "../words/submission/words.ts"
import type { FIELDS, Refused } from "./fields.ts"

type Props = {
  id: string
  field: (typeof FIELDS)[number]
  /** What was written before. */
  before: string
  refused: Refused[keyof Refused]
  onInput: (text: string) => void
}

/** A question about the person, with what is wrong with the answer right above it. */
export function ContactField({
  id,
  field: { name, type, autocomplete, isOptional, max },
  before,
  refused,
  onInput,
}: Props) {
  const words = submissionWords()
  const [initial] = useState(before)
  const hint = name === "budget" || name === "timeline" ? words.hints[name] : ""
  const label = words.fields[name]
  const wrong = refused && sentence(name, refused, max)
  return (
    <div class="asked">
      <label for={id}>{isOptional ? words.optional(label) : label}</label>
      {hint && (
        <p class="quiet-text" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
      <input
        class="field"
        id={id}
        name={name}
        type={type}
        list={undefined} // preact’s types want it said when a type may be several
        dir="auto"
        autocomplete={autocomplete}
        autocapitalize={type === "text" ? "sentences" : "none"}
        spellcheck={false}
        defaultValue={initial}
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-wrong ${id}-hint`}
        aria-required={!isOptional}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    </div>
  )
}

function sentence(name: Props["field"]["name"], refused: "missing" | "long", max: number): string {
  if (name === "email") return keepingWords().failure.address
  const { refused: words } = submissionWords()
  return name === "name" && refused === "missing" ? words.name : words.long(max)
}
