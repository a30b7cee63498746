import { fields } from "@spec-wizard/core/document/format/field"
import type { Wording } from "@spec-wizard/core/document/wording"
import type { Item } from "@spec-wizard/core/protocol/document"

/** What a line says beside its text, as a list of terms. */
export function Facts({ item, wording }: { item: Item; wording: Wording }) {
  const facts = fields(item, wording).filter(({ label }) => label !== "choices") // an open question's are buttons
  if (facts.length === 0) return null
  return (
    <dl class="facts">
      {facts.map(({ label, values }) => (
        <div class="fact" key={label}>
          <dt>{wording.labels[label]}</dt>
          {values.map((value) => (
            <dd key={value} dir="auto">
              {value}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
