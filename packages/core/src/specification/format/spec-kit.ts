import { isOpen, readiness } from "../readiness.ts"
import type { Document, Item, ItemOf, Kind, Priority } from "../schema.ts"
import { type Wording, wordings } from "../word.ts"
import { fields } from "./field.ts"
import { gaps } from "./gap.ts"
import { isGuess, liveOf } from "./group.ts"
import type { Input } from "./input.ts"
import { list } from "./markdown-line.ts"
import { type Markdown, md, page } from "./markdown-text.ts"
import { benefitOf, nameOf, priorityOf, type Story, stories } from "./story.ts"
import { bullet, caution } from "./tool-line.ts"

/**
 * `spec.md` of GitHub's Spec Kit. Headings and markers stay as its commands look for them; what stands between is in the document's language.
 * @see https://github.com/github/spec-kit/blob/main/templates/spec-template.md
 */
export function specKit(document: Document, { title, date }: Input): string {
  const wording = wordings[document.language]
  return page([
    md`# Feature Specification: ${title}`,
    md`**Created**: ${date.slice(0, 10)}`,
    md`**Status**: ${wording.level[readiness(document).level]}`,
    md`**Input**: Spec Wizard, version ${document.version}`,
    ...liveOf(document, "summary").map((item) => md`${item.text}${caution(item, wording)}`),
    ...clarifications(document, date),
    md`## User Scenarios & Testing *(mandatory)*`,
    ...stories(document).flatMap((story, index) => told(story, index + 1, document, wording)),
    ...titled("### Edge Cases", edges(document, wording)),
    md`## Requirements *(mandatory)*`,
    ...titled("### Functional Requirements", functional(document, wording)),
    ...titled("### Key Entities", kept(document, "entity", wording)),
    ...titled("### Business Rules", kept(document, "rule", wording)),
    ...titled("### Quality Requirements", kept(document, "quality", wording)),
    ...titled("### Integrations", kept(document, "integration", wording)),
    ...titled("### Constraints", [...kept(document, "constraint", wording), ...kept(document, "decision", wording)]),
    md`## Success Criteria *(mandatory)*`,
    ...titled("### Measurable Outcomes", measures(document, wording)),
    ...titled("## Assumptions", assumptions(document, wording)),
  ])
}

const headings = {
  "### Edge Cases": md`### Edge Cases`,
  "### Functional Requirements": md`### Functional Requirements`,
  "### Key Entities": md`### Key Entities`,
  "### Business Rules": md`### Business Rules`,
  "### Quality Requirements": md`### Quality Requirements`,
  "### Integrations": md`### Integrations`,
  "### Constraints": md`### Constraints`,
  "### Measurable Outcomes": md`### Measurable Outcomes`,
  "## Assumptions": md`## Assumptions`,
}
