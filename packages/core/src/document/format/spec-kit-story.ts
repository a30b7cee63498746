import type { Document, Priority } from "../../protocol/document.ts"
import type { Wording } from "../wording.ts"
import { headingOf } from "./heading.ts"
import { list } from "./markdown-line.ts"
import { type Markdown, md } from "./markdown-text.ts"
import { benefitOf, priorityOf, type Story } from "./story.ts"
import { caution } from "./tool-line.ts"

export const unknown = (question: string): Markdown => md`[NEEDS CLARIFICATION: ${question}]`

/** One user story of Spec Kit's template. */
export function told(story: Story, number: number, document: Document, wording: Wording): Markdown[] {
  const { about } = story
  const { labels, gaps } = wording
  const name = about ? `${about.id} ${headingOf(about)}` : labels.everything
  const priority = priorityOf(story)
  const why = [...(priority ? [labels[priority]] : []), benefitOf(story, document)].filter((part) => part !== undefined)
  return [
    md`### User Story ${number} - ${name} (Priority: ${RANKS[priority ?? "should"]})`,
    ...(about ? [md`${about.text}${caution(about, wording)}`] : []),
    md`**Why this priority**: ${why.length > 0 ? why.join(" · ") : unknown(gaps.goal)}`,
    md`**Independent Test**: ${test(story) ?? unknown(gaps.criterion)}`,
    md`**Acceptance Scenarios**:`,
    list(scenarios(story, wording).map((scenario, index) => md`${index + 1}. ${scenario}`)),
  ]
}

/** The template wants a rank of every story; where nobody gave one, the middle. */
const RANKS: Readonly<Record<Priority, string>> = { must: "P1", should: "P2", could: "P3", wont: "P3" }

/** A journey is walked from its start to its end; anything else is tried by its criteria. */
function test({ about, requirements }: Story): string | undefined {
  if (about?.kind === "journey" && about.steps?.length)
    return [about.start, ...about.steps, about.end].filter((step) => step !== undefined).join(" → ")
  const ids = requirements.flatMap(({ criteria }) => criteria.map(({ id }) => id))
  return ids.length > 0 ? ids.join(", ") : undefined
}

function scenarios({ about, requirements }: Story, { gaps }: Wording): Markdown[] {
  const found = requirements.flatMap((item) =>
    item.criteria.length > 0
      ? item.criteria.map(
          ({ id, given, when, then }) => md`**Given** ${given}, **When** ${when}, **Then** ${then} (${id})`,
        )
      : [unknown(`${item.id} ${gaps.criterion}`)],
  )
  if (found.length > 0) return found
  return [unknown(about ? `${about.id} ${gaps.criterion}` : gaps.criterion)]
}
