import type { Criterion } from "@spec-wizard/core/protocol/document"
import type { View } from "./view.ts"

type Props = { view: Pick<View, "wording">; criteria: readonly Criterion[] }

/** How to check a requirement, folded: a reader wants the sentence first. */
export function Criteria({ view, criteria }: Props) {
  if (criteria.length === 0) return null
  const { labels } = view.wording
  return (
    <details class="fold criteria">
      <summary>{`${labels.criteria} (${criteria.length})`}</summary>
      {criteria.map(({ id, case: kind, ...parts }) => (
        <dl class="criterion" key={id}>
          <div class="criterion-head">
            <dt>{id}</dt>
            <dd>{labels[kind]}</dd>
          </div>
          {(["given", "when", "then"] as const).map((part) => (
            <div key={part}>
              <dt>{labels[part]}</dt>
              <dd dir="auto">{parts[part]}</dd>
            </div>
          ))}
        </dl>
      ))}
    </details>
  )
}
