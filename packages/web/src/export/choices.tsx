import { useId } from "preact/hooks"
import { exportWords } from "../words/export/words.ts"
import { papers } from "./paper.ts"
import { type Choice, forms } from "./wish.ts"

type Props = { choice: Choice; onChoose: (choice: Choice) => void }

/** On which paper, and how much of it. */
export function Choices({ choice, onChoose }: Props) {
  const words = exportWords()
  const id = useId()
  return (
    <div class="export-choice">
      <fieldset class="picks">
        <legend>{words.paper}</legend>
        <div class="papers">
          {papers.map((paper) => (
            <label class="pick" key={paper}>
              <input
                type="radio"
                name={`${id}-paper`}
                checked={paper === choice.paper}
                onChange={() => onChoose({ ...choice, paper })}
              />
              {words.papers[paper]}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset class="picks">
        <legend>{words.form}</legend>
        {forms.map((form) => (
          <label class="pick" key={form}>
            <input
              type="radio"
              name={`${id}-form`}
              checked={form === choice.form}
              onChange={() => onChoose({ ...choice, form })}
            />
            <span>
              {words.forms[form].name} <span class="quiet-text">{words.forms[form].hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}
