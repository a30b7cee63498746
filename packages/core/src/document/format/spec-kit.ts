import type { Document, Item } from "../../protocol/document.ts"
import { numberOf } from "../apply.ts"
import { outcomeOf } from "../criterion.ts"
import { rankOf } from "../rank.ts"
import { isOpen, readiness } from "../readiness.ts"
import type { Label, Wording } from "../wording.ts"
import { wordings } from "../wordings.ts"
import { gaps } from "./gap.ts"
import { liveOf, wantedOf } from "./group.ts"
import type { Input } from "./input.ts"
import { details } from "./markdown-line.ts"
import { indented, joined, type Markdown, md, page } from "./markdown-text.ts"
import { told, unknown } from "./spec-kit-story.ts"
import { stories } from "./story.ts"
import { caution, doubt, entries, under } from "./tool-line.ts"

/**
 * `spec.md` of GitHub's Spec Kit. Headings and markers stay as its commands look for them; what stands between is in the document's language.
 * @see https://github.com/github/spec-kit/blob/main/templates/spec-template.md
 */
export function specKit(document: Document, { title, date }: Pick<Input, "title" | "date">): string {
  const wording = wordings[document.language]
  return page([
    md`# Feature Specification: ${title}`,
    md`**Created**: ${date.slice(0, 10)}`,
    md`**Status**: Draft (${wording.level[readiness(document).level]})`,
    md`**Input**: Spec Wizard, ${wording.version(document.version)}`,
    ...liveOf(document, "summary").map((item) => md`${item.text}${caution(item, wording)}`),
    ...under(md`## Background`, entries(document, ["context"], wording)),
    ...clarified(document, date),
    md`## User Scenarios & Testing *(mandatory)*`,
    ...under(md`### Goals and Users`, entries(document, ["goal", "role"], wording)),
    ...stories(document, wording).flatMap((story, index) => told(story, index + 1, document, wording)),
    ...under(md`### Edge Cases`, edges(document, wording)),
    md`## Requirements *(mandatory)*`,
    ...under(md`### Functional Requirements`, [...functional(document, wording), ...missing(document, wording)]),
    ...under(md`### Business Rules`, entries(document, ["rule"], wording)),
    ...under(md`### Quality Requirements`, entries(document, ["quality"], wording)),
    ...under(md`### Integrations`, entries(document, ["integration"], wording)),
    ...under(md`### Constraints and Decisions`, entries(document, ["constraint", "decision"], wording)),
    ...under(md`### Key Entities`, entries(document, ["entity"], wording)),
    ...under(md`### Glossary`, entries(document, ["term"], wording)),
    md`## Success Criteria *(mandatory)*`,
    ...under(md`### Measurable Outcomes`, outcomes(document, wording)),
    ...under(md`## Assumptions`, assumptions(document, wording)),
    ...under(md`## Not Sorted Yet`, entries(document, ["unsorted"], wording)),
  ])
}

/** Questions that were answered, as its `clarify` command keeps them. */
function clarified(document: Document, date: string): Markdown[] {
  const answers = liveOf(document, "question").flatMap(({ text, answer }) =>
    answer === undefined ? [] : [md`- Q: ${text} → A: ${answer}`],
  )
  return answers.length > 0 ? [md`## Clarifications`, ...under(md`### Session ${date.slice(0, 10)}`, answers)] : []
}

function edges(document: Document, wording: Wording): Markdown[] {
  const criteria = wantedOf(document, "requirement").flatMap((item) =>
    item.criteria.filter((criterion) => criterion.case !== "happy"),
  )
  return [
    ...liveOf(document, "journey").flatMap(({ id, failure }) => (failure ? [md`- **${id}**: ${failure}`] : [])),
    ...criteria.map((criterion) => {
      const { id, when, text } = criterion
      const begin = text === undefined && when !== undefined ? md`${when} → ` : md``
      return md`- **${id}**: ${begin}${outcomeOf(criterion)}${doubt(criterion, wording)}`
    }),
  ]
}

/** `FR-3` is `FR-003` here. What an open question blocks says so where it stands. */
const functional = (document: Document, wording: Wording): Markdown[] =>
  wantedOf(document, "requirement").map((item) => {
    const questions = liveOf(document, "question").filter((one) => isOpen(one) && one.blocks?.includes(item.id))
    const line = md`- **FR-${padded(item.id)}**: ${item.text}${caution(item, wording)}`
    return joined([line, ...questions.map(({ text }) => unknown(text))], " ")
  })

/** Open questions that no requirement above carries, and what readiness misses in the document as a whole. */
function missing(document: Document, wording: Wording): Markdown[] {
  const ids = new Set(wantedOf(document, "requirement").map(({ id }) => id))
  const questions = liveOf(document, "question")
    .filter(isOpen)
    .filter(({ blocks = [] }) => !blocks.some((id) => ids.has(id)))
  const whole = readiness(document).missing.filter(({ code, line }) =>
    line === undefined ? code !== "measure" : code === "retention.deletion",
  )
  return [
    ...questions.map(({ id, text, choices = [] }) => md`- ${unknown([`${id} ${text}`, ...choices].join(" / "))}`),
    ...gaps(whole, wording).map(({ question }) => md`- ${unknown(question)}`),
  ]
}

function outcomes(document: Document, wording: Wording): Markdown[] {
  const measures = liveOf(document, "measure")
  if (measures.length === 0) return [md`- ${unknown(wording.gaps.measure)}`]
  return measures.flatMap((item) => [
    md`- **SC-${padded(item.id)}**: ${item.text}${caution(item, wording)}`,
    ...details(item, { wording, form: "short" }).map((line) => indented(line, 1)),
  ])
}

function assumptions(document: Document, wording: Wording): Markdown[] {
  const unbuilt = liveOf(document, "requirement").filter((item) => rankOf(item) === "wont")
  return [
    ...entries(document, ["assumption", "risk", "scope"], wording),
    ...liveOf(document, "exclusion").map((item) => without(item, "not", wording)),
    ...unbuilt.map((item) => without(item, "wont", wording)),
  ]
}

const without = (item: Item, label: Label, wording: Wording): Markdown =>
  md`- **${item.id}**: ${wording.labels[label]}${wording.colon} ${item.text}${caution(item, wording)}`

const padded = (id: string) => String(numberOf(id)).padStart(3, "0")
