import type { Document, ItemOf } from "../../protocol/document.ts"
import { stepsBeside } from "../criterion.ts"
import { rankOf } from "../rank.ts"
import type { Wording } from "../wording.ts"
import { wordings } from "../wordings.ts"
import { duty } from "./duty.ts"
import { liveOf, uncheckedOf, wantedOf } from "./group.ts"
import { headingOf } from "./heading.ts"
import type { Input } from "./input.ts"
import { list } from "./markdown-line.ts"
import { indented, joined, type Markdown, md, page } from "./markdown-text.ts"
import { nameOf, type Story, stories } from "./story.ts"
import { caution, doubt, entries, openQuestions, under } from "./tool-line.ts"

/**
 * Kiro's `requirements.md`: a requirement for each story, its criteria in EARS. Headings and keywords are its own, whatever the language.
 * @see https://kiro.dev/docs/specs/concepts/
 */
export function kiro(document: Document, { title }: Pick<Input, "title">): string {
  const wording = wordings[document.language]
  const requirements = [
    ...stories(document, wording).map((story) => (number: number) => requirement(story, number, wording)),
    ...(held(document).length > 0 ? [(number: number) => qualities(number, document, wording)] : []),
  ]
  return page([
    md`# Requirements Document: ${title}`,
    md`## Introduction`,
    ...introduction(document, wording),
    ...under(md`## Background`, entries(document, ["context"], wording)),
    ...under(md`## Glossary`, glossary(document, wording)),
    md`## Requirements`,
    ...requirements.flatMap((print, index) => print(index + 1)),
    ...under(
      md`## Constraints and Assumptions`,
      entries(document, ["constraint", "decision", "integration", "assumption", "risk"], wording),
    ),
    ...under(md`## Out of Scope`, outside(document, wording)),
    ...under(md`## Open Questions`, openQuestions(document, uncheckedOf(document), wording)),
    ...under(md`## Not Sorted Yet`, entries(document, ["unsorted"], wording)),
  ])
}

function introduction(document: Document, wording: Wording): Markdown[] {
  const goals = entries(document, ["goal", "measure"], wording)
  return [
    ...liveOf(document, "summary").map((item) => md`${item.text}${caution(item, wording)}`),
    ...(goals.length > 0 ? [list(goals)] : []),
    md`${wording.origin(document.version)}`,
  ]
}

const glossary = (document: Document, wording: Wording): Markdown[] => [
  ...liveOf(document, "term").map((item) =>
    item.meaning === undefined
      ? md`- **${headingOf(item)}**: ${item.text}${caution(item, wording)}`
      : md`- **${headingOf(item)}**: ${item.meaning}${caution(item, wording)}`,
  ),
  ...entries(document, ["role", "entity"], wording),
]

/** Who wished it how is printed where somebody said it so, and nowhere else. */
function requirement(story: Story, number: number, wording: Wording): Markdown[] {
  const { about, requirements } = story
  return [
    md`### Requirement ${number}: ${nameOf(story, wording)}`,
    ...(about?.kind === "requirement" ? [md`**User Story:** ${about.text}${caution(about, wording)}`] : []),
    ...(about && about.kind !== "requirement" ? [md`${about.text}${caution(about, wording)}`] : []),
    ...(requirements.length > 0 ? criteria(requirements, wording) : []),
  ]
}

const criteria = (requirements: readonly ItemOf<"requirement">[], wording: Wording): Markdown[] => [
  md`#### Acceptance Criteria`,
  list(
    requirements.flatMap((item, index) => [
      md`${index + 1}. ${duty(item)}${item.ears ? md` (${item.id})` : md``}${caution(item, wording)}`,
      ...item.criteria.map((criterion) => indented(check(criterion, wording), 2)),
    ]),
  ),
]

/** In the words in which it was said; an older one has its three steps alone. */
function check(criterion: ItemOf<"requirement">["criteria"][number], wording: Wording): Markdown {
  const { id, text } = criterion
  const steps = stepsBeside(criterion).map(([part, words]) => md`${part.toUpperCase()} ${words}`)
  return md`- ${id}: ${joined([...(text === undefined ? [] : [text]), ...steps], " ")}${doubt(criterion, wording)}`
}

/** Rules and qualities have no story of their own; its design step reads requirements alone. */
const held = (document: Document) => [...wantedOf(document, "rule"), ...wantedOf(document, "quality")]

const qualities = (number: number, document: Document, wording: Wording): Markdown[] => [
  md`### Requirement ${number}: ${wording.sections.quality}`,
  md`#### Acceptance Criteria`,
  list(
    held(document).map((item, index) => {
      const limit = item.kind === "quality" && item.threshold !== undefined ? md` (${item.threshold})` : md``
      return md`${index + 1}. ${duty(item)}${limit}${caution(item, wording)}`
    }),
  ),
]

const outside = (document: Document, wording: Wording): Markdown[] =>
  [
    ...liveOf(document, "exclusion"),
    ...liveOf(document, "scope").filter(({ when }) => when === "later"),
    ...liveOf(document, "requirement").filter((item) => rankOf(item) === "wont"),
  ].map((item) => md`- **${item.id}**: ${item.text}${caution(item, wording)}`)
