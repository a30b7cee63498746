import type { ComponentChildren } from "preact"
import type { Part } from "./outline.ts"
import type { View } from "./view.ts"

type Props = {
  view: Pick<View, "wording">
  part: Part
  /** Before its lines, and after them. */
  lead?: ComponentChildren
  foot?: ComponentChildren
  children: ComponentChildren
}

export const Section = ({ view, part: { number, name }, lead, foot, children }: Props) => (
  <section class="part" aria-labelledby={`part-${name}`}>
    <h3 class="part-heading" id={`part-${name}`}>
      <span class="part-number" aria-hidden="true">
        {number}
      </span>
      {view.wording.sections[name]}
    </h3>
    {lead}
    <ul class="lines">{children}</ul>
    {foot}
  </section>
)
