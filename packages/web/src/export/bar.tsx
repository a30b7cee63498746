import { exportWords } from "../words/export/words.ts"
import { type Export, stepsOf } from "./export.ts"

/** How far it has come. What is over has none. */
export function Bar({ one }: { one: Export }) {
  const words = exportWords()
  const { step, of } = stepsOf(one)
  return (
    <progress class="pdf-bar" value={step} max={of} aria-label={words.progress} aria-valuetext={words.step(step, of)}>
      {words.step(step, of)}
    </progress>
  )
}
