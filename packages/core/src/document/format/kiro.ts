import type { Document, Item, ItemOf } from "../../protocol/document.ts"
import { isOpen } from "../readiness.ts"
import type { Wording } from "../wording.ts"
import { wordings } from "../wordings.ts"
import { duty } from "./duty.ts"
import { liveOf, wantedOf } from "./group.ts"
import { headingOf } from "./heading.ts"
import type { Input } from "./input.ts"
import { list, quoted } from "./markdown-line.ts"
import { indented, type Markdown, md, page } from "./markdown-text.ts"
import { benefitOf, roleOf, type Story, stories } from "./story.ts"
import { caution, entries, under } from "./tool-line.ts"

/**
 * Kiro's `requirements.md`: a requirement for each story, its criteria in EARS. Headings and keywords are its own, whatever the language.
 * @see https://kiro.dev/docs/specs/concepts/
 */
export function kiro(document: Document, { title }: Pick<Input, "title">): string {
  const wording = wordings[document.language]
  const requirements = [
    ...stories(document).map((story) => (number: number) => requirement(story, number, document, wording)),
    ...(held(document).length > 0 ? [(number: number) => qualities(number, document, wording)] : []),
  ]
  return page([
    md`# Requirements Document: ${title}`,
    md`## Introduction`,
    ...introduction(document, wording),
    ...under(md`## Glossary`, glossary(document, wording)),
    md`## Requirements`,
    ...requirements.flatMap((print, index) => print(index + 1)),
    ...under(
      md`## Constraints and Assumptions`,
      entries(document, ["constraint", "decision", "integration", "assumption", "risk"], wording),
    ),
    ...under(md`## Out of Scope`, outside(document, wording)),
    ...under(md`## Open Questions`, questions(document)),
  ])
}

function introduction(document: Document, wording: Wording): Markdown[] {
  const summary = liveOf(document, "summary").map((item) => md`${item.text}${caution(item, wording)}`)
  const goals = entries(document, ["goal", "measure"], wording)
  return [...(summary.length > 0 ? summary : [md`${wording.gaps.summary}`]), ...(goals.length > 0 ? [list(goals)] : [])]
}

const glossary = (document: Document, wording: Wording): Markdown[] => [
  ...liveOf(document, "term").map((item) =>
    item.meaning === undefined
      ? md`- **${headingOf(item)}**: ${item.text}${caution(item, wording)}`
      : md`- **${headingOf(item)}**: ${item.meaning}${caution(item, wording)}`,
  ),
  ...entries(document, ["role", "entity"], wording),
]

function requirement(story: Story, number: number, document: Document, wording: Wording): Markdown[] {
  const { about, requirements } = story
  return [
    md`### Requirement ${number}: ${about ? `${about.id} ${headingOf(about)}` : wording.labels.everything}`,
    wish(story, document, wording),
    ...(about ? [md`${about.text}${caution(about, wording)}`] : []),
    ...(requirements.length > 0 ? criteria(requirements, wording) : []),
  ]
}

/** What people wrote is quoted: turned into the middle of an English sentence it would be neither their words nor grammar. */
function wish(story: Story, document: Document, wording: Wording): Markdown {
  const { about, requirements } = story
  const what = about ? quoted(headingOf(about), wording) : idsOf(requirements)
  const benefit = benefitOf(story, document)
  const wish = md`**User Story:** As a ${roleOf(story, document) ?? "user"}, I want ${what}`
  return benefit === undefined ? wish : md`${wish}, so that ${quoted(benefit, wording)}`
}

const idsOf = (items: readonly Pick<Item, "id">[]): string => items.map(({ id }) => id).join(", ")

const criteria = (requirements: readonly ItemOf<"requirement">[], wording: Wording): Markdown[] => [
  md`#### Acceptance Criteria`,
  list(
    requirements.flatMap((item, index) => [
      md`${index + 1}. ${duty(item.ears)} (${item.id})${caution(item, wording)}`,
      ...item.criteria.map(({ id, given, when, then }) =>
        indented(md`- ${id}: GIVEN ${given} WHEN ${when} THEN ${then}`, 2),
      ),
    ]),
  ),
]

/** Rules and qualities have no story of their own; its design step reads requirements alone. */
const held = (document: Document) => [...wantedOf(document, "rule"), ...wantedOf(document, "quality")]

const qualities = (number: number, document: Document, wording: Wording): Markdown[] => [
  md`### Requirement ${number}: ${wording.sections.quality}`,
  md`**User Story:** As a user, I want ${idsOf(held(document))}`,
  md`#### Acceptance Criteria`,
  list(
    held(document).map((item, index) => {
      const limit = item.kind === "quality" && item.threshold !== undefined ? md` (${item.threshold})` : md``
      return md`${index + 1}. THE SYSTEM SHALL comply with ${item.id}: ${item.text}${limit}${caution(item, wording)}`
    }),
  ),
]

const outside = (document: Document, wording: Wording): Markdown[] =>
  [
    ...liveOf(document, "exclusion"),
    ...liveOf(document, "scope").filter(({ when }) => when === "later"),
    ...liveOf(document, "requirement").filter(({ priority }) => priority === "wont"),
  ].map((item) => md`- **${item.id}**: ${item.text}${caution(item, wording)}`)

const questions = (document: Document): Markdown[] =>
  document.items
    .filter(isOpen)
    .map(({ id, text, choices = [] }) =>
      choices.length > 0 ? md`- **${id}**: ${text} (${choices.join(" / ")})` : md`- **${id}**: ${text}`,
    )
