import type { ChatState } from "@spec-wizard/client"
import type { Words } from "../words/wording.ts"

type Choice = NonNullable<ChatState["messages"][number]["choices"]>[number]

type Props = { words: Words; choices: Choice[]; onChoose: (choice: Choice) => void }

export const Choices = ({ words, choices, onChoose }: Props) => (
  <fieldset class="choices">
    <legend class="unseen">{words.suggestions}</legend>
    {choices.map((choice) => (
      <button type="button" class="choice" key={choice.label} onClick={() => onChoose(choice)}>
        {choice.label}
      </button>
    ))}
  </fieldset>
)
