import { operatorWords } from "../words/operator.ts"
import { count, type Report } from "./numbers.ts"

const words = operatorWords.fallbacks

const reasons: Partial<Record<string, string>> = words.reasons

/** Why the AI did not answer, and how often: nothing where it always did. */
export function Fallbacks({ fallbacks }: { fallbacks: Report["fallbacks"] }) {
  if (fallbacks.length === 0) return null
  return (
    <section class="fallbacks">
      <h2>{words.heading}</h2>
      <p class="quiet-text">{words.about}</p>
      <dl class="reasons">
        {fallbacks.map(({ because, replies }) => (
          <div key={because}>
            <dt>{reasons[because] ?? because}</dt>
            <dd>{count(replies)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
