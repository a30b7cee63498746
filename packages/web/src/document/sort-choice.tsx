import type { Sortable } from "@spec-wizard/core/protocol/operation"
import { useId, useState } from "preact/hooks"
import { type DocumentWords, SORTS } from "../words/document/wording.ts"
import type { View } from "./view.ts"

/** What most lines are that nobody has sorted. */
const LIKELY = SORTS.slice(0, 3)

type Props = { view: Pick<View, "words" | "lang">; about: string; onSort: (kind: Sortable) => void }

/**
 * What a line may be, in plain words: a tap on what it most likely is, and a list of everything else. A list that is gone through with the arrow
 * keys chooses with every step, so what was chosen there is said once more.
 */
export function SortChoice({ view: { words, lang }, about, onSort }: Props) {
  const { as, more, other, so } = words.sorting
  const [chosen, setChosen] = useState<Sortable>()
  const field = useId()
  return (
    <fieldset class="sort-choice" lang={lang}>
      <legend class="unseen">{about}</legend>
      {LIKELY.map((kind) => (
        <button type="button" class="answer" key={kind} onClick={() => onSort(kind)}>
          {as[kind]}
        </button>
      ))}
      <label class="unseen" for={field}>
        {other}
      </label>
      <select
        id={field}
        class={chosen ? "answer chosen" : "answer"}
        value={chosen ?? ""}
        onChange={({ currentTarget }) => setChosen(sortIn(as, currentTarget.value))}
      >
        <option value="">{more}</option>
        {SORTS.slice(LIKELY.length).map((kind) => (
          <option key={kind} value={kind}>
            {as[kind]}
          </option>
        ))}
      </select>
      {chosen && (
        <button type="button" class="button primary" onClick={() => onSort(chosen)}>
          {so}
        </button>
      )}
    </fieldset>
  )
}

const sortIn = (as: DocumentWords["sorting"]["as"], value: string) => SORTS.find((kind) => kind === value && as[kind])
