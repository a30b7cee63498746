import type { ItemOf } from "@spec-wizard/core/protocol/document"
import type { View } from "./view.ts"

/** An open question can be answered from here: its choices, or the question itself, go into the box. */
export function Question({ view, item }: { view: View; item: ItemOf<"question"> }) {
  if (item.state === "accepted" || view.isClosed) return null
  const choices = item.choices ?? []
  return (
    <div class="answers">
      {choices.map((choice) => (
        <button type="button" class="answer" key={choice} onClick={() => view.ask(`${item.text} ${choice}`)}>
          {choice}
        </button>
      ))}
      <button type="button" class="answer" lang={view.lang} onClick={() => view.ask(`${item.text} `)}>
        {view.words.answer}
      </button>
    </div>
  )
}
