import type { Criterion, Document, Priority } from "../../protocol/document.ts"
import { completed, isAgreed, isChecked } from "../criterion.ts"
import type { Wording } from "../wording.ts"
import { list } from "./markdown-line.ts"
import { joined, type Markdown, md } from "./markdown-text.ts"
import { benefitOf, nameOf, priorityOf, type Story } from "./story.ts"
import { caution, doubt } from "./tool-line.ts"

export const unknown = (question: string): Markdown => md`[NEEDS CLARIFICATION: ${question}]`

/** One user story of Spec Kit's template. */
export function told(story: Story, number: number, document: Document, wording: Wording): Markdown[] {
  const { about, requirements } = story
  const { labels } = wording
  const priority = priorityOf(story)
  const why = [labels[priority], benefitOf(story, document)].filter((part) => part !== undefined)
  return [
    md`### User Story ${number} - ${nameOf(story, wording)} (Priority: ${RANKS[priority]})`,
    about ? md`${about.text}${caution(about, wording)}` : md`${requirements.map(({ id }) => id).join(", ")}`,
    md`**Why this priority**: ${why.join(" · ")}`,
    md`**Independent Test**: ${test(story) ?? unknown(labels.unchecked)}`,
    md`**Acceptance Scenarios**:`,
    list(scenarios(story, wording).map((scenario, index) => md`${index + 1}. ${scenario}`)),
  ]
}

/** The template wants a rank of every story. */
const RANKS: Readonly<Record<Priority | "unranked", string>> = {
  must: "P1",
  unranked: "P1",
  should: "P2",
  could: "P3",
  wont: "P3",
}

/** A journey is walked from its start to its end; anything else is tried by its checks, once there are some. */
function test({ about, requirements }: Story): string | undefined {
  if (about?.kind === "journey" && about.steps?.length)
    return [about.start, ...about.steps, about.end].filter((step) => step !== undefined).join(" → ")
  const ids = requirements.flatMap(({ criteria }) => criteria.filter(isAgreed).map(({ id }) => id))
  return ids.length > 0 ? ids.join(", ") : undefined
}

function scenarios({ about, requirements }: Story, wording: Wording): Markdown[] {
  const found = requirements.flatMap((item) => [
    ...item.criteria.map((criterion) => md`${steps(criterion)} (${criterion.id})${doubt(criterion, wording)}`),
    ...(isChecked(item) ? [] : [unknown(wording.check(item.id))]),
  ])
  return found.length > 0 ? found : [unknown(about ? wording.check(about.id) : wording.labels.unchecked)]
}

const steps = (criterion: Criterion): Markdown =>
  joined(
    completed(criterion).map(([part, text]) => md`**${part.charAt(0).toUpperCase() + part.slice(1)}** ${text}`),
    ", ",
  )
