import { moment } from "../day.ts"
import { operatorWords } from "../words/operator.ts"
import type { Details } from "./details.ts"

const words = operatorWords.one

/** What the operator has told the submitter so far. */
export function Said({ said }: { said: Details["messages"] }) {
  if (said.length === 0) return null
  return (
    <section class="card">
      <h2>{words.said}</h2>
      <ul class="said-list">
        {said.map(({ id, at, kind, status, text }) => (
          <li class="said-one" key={id}>
            <p class="quiet-text">
              {`${words.kinds[kind]} · ${operatorWords.status[status]} · `}
              <time dateTime={at}>{moment(at)}</time>
            </p>
            <blockquote class="owner-said" dir="auto">
              {text}
            </blockquote>
          </li>
        ))}
      </ul>
    </section>
  )
}
