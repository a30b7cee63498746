import type { ComponentChildren } from "preact"
import type { Part } from "./outline.ts"
import type { View } from "./view.ts"

type Props = { view: Pick<View, "wording">; part: Part; children: ComponentChildren }

export const Section = ({ view, part: { number, name }, children }: Props) => (
  <section class="part" aria-labelledby={`part-${name}`}>
    <h3 class="part-heading" id={`part-${name}`}>
      <span class="part-number" aria-hidden="true">
        {number}
      </span>
      {view.wording.sections[name]}
    </h3>
    <ul class="lines">{children}</ul>
  </section>
)
