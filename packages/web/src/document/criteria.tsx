import { isAgreed } from "@spec-wizard/core/document/criterion"
import { EVIDENCE_ICONS } from "@spec-wizard/core/document/wording"
import type { Criterion } from "@spec-wizard/core/protocol/document"
import { PLAIN } from "./line-head.tsx"
import { stepsOf } from "./steps.ts"
import type { View } from "./view.ts"

type Props = { view: Pick<View, "wording">; criteria: readonly Criterion[] }

/** How to check a requirement, folded: a reader wants the sentence first. Nothing where there is no check; one that nobody agreed to says so. */
export function Criteria({ view: { wording }, criteria }: Props) {
  if (criteria.length === 0) return null
  const { labels } = wording
  const guess = criteria.find((criterion) => !isAgreed(criterion))
  return (
    <details class="fold criteria">
      <summary>
        {`${labels.criteria} (${criteria.length})`}
        {guess && <Evidence wording={wording} of={guess} />}
      </summary>
      {criteria.map((criterion) => (
        <dl class={isAgreed(criterion) ? "criterion" : "criterion guess"} key={criterion.id}>
          <div class="criterion-head">
            <dt>{criterion.id}</dt>
            <dd>
              {labels[criterion.case]} <Evidence wording={wording} of={criterion} />
            </dd>
          </div>
          {criterion.text !== undefined && (
            <div>
              <dt class="unseen">{labels.criteria}</dt>
              <dd class="criterion-text" dir="auto">
                {criterion.text}
              </dd>
            </div>
          )}
          {stepsOf(criterion).map(({ part, text }) => (
            <div key={part}>
              <dt>{labels[part]}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ))}
        </dl>
      ))}
    </details>
  )
}

type EvidenceProps = { wording: View["wording"]; of: Pick<Criterion, "evidence"> }

const Evidence = ({ wording, of: { evidence } }: EvidenceProps) => (
  <span class="evidence">
    <span class="sign" aria-hidden="true">
      {EVIDENCE_ICONS[evidence] + PLAIN}
    </span>
    {wording.evidence[evidence]}
  </span>
)
