import type { Document, ItemOf } from "../../protocol/document.ts"
import { completed, isChecked } from "../criterion.ts"
import type { Wording } from "../wording.ts"
import { duty } from "./duty.ts"
import { wantedOf } from "./group.ts"
import { headingOf } from "./heading.ts"
import { list } from "./markdown-line.ts"
import { joined, type Markdown, md } from "./markdown-text.ts"
import { caution, doubt } from "./tool-line.ts"

type Line = ItemOf<"requirement"> | ItemOf<"rule"> | ItemOf<"quality">

/** One requirement of OpenSpec's. `name` is what its headings and changes call it; scenarios go by ids, which stay whatever is said later. */
export type Block = { line: Line; name: Markdown; body: Markdown; scenarios: Scenario[] }
type Scenario = { name: string; steps: Markdown }

/** What is to be built, in the order of the document. */
export const blocks = (document: Document, wording: Wording): Block[] => [
  ...wantedOf(document, "requirement").map((item) => block(item, checks(item, wording), wording)),
  ...wantedOf(document, "rule").map((item) => block(item, example(item), wording)),
  ...wantedOf(document, "quality").map((item) => block(item, threshold(item), wording)),
]

/** What nobody has said how to check. */
export const isOpenEnded = ({ line }: Block): boolean =>
  line.kind === "requirement" ? !isChecked(line) : line.kind === "rule" ? !line.example : !line.threshold

/** The validator wants a scenario of each requirement, and asks nothing of it but that it says something: so this one says that it is open. */
const block = (line: Line, scenarios: Scenario[], wording: Wording): Block => ({
  line,
  name: md`${line.id} ${headingOf(line)}`,
  body: md`${duty(line)}${caution(line, wording)}`,
  scenarios: scenarios.length > 0 ? scenarios : [open(line, wording)],
})

/** By the number that its first check is going to have. */
const open = ({ kind, id }: Line, { labels }: Wording): Scenario => ({
  name: kind === "requirement" ? `AC-${id.slice(id.indexOf("-") + 1)}.1` : id,
  steps: md`${labels.unchecked} (Open Questions).`,
})

const checks = ({ criteria }: ItemOf<"requirement">, wording: Wording): Scenario[] =>
  criteria.map((criterion) => ({
    name: criterion.id,
    // The outcome comes last, and a guess is one of it.
    steps: md`${list(completed(criterion).map(([part, text]) => step(part, text)))}${doubt(criterion, wording)}`,
  }))

const example = ({ id, example }: ItemOf<"rule">): Scenario[] =>
  example ? [{ name: id, steps: step("then", example) }] : []

function threshold({ id, threshold, method, measure }: ItemOf<"quality">): Scenario[] {
  if (!threshold) return []
  const how = method ?? measure
  return [{ name: id, steps: list([...(how ? [step("when", how)] : []), step("then", threshold)]) }]
}

const step = (part: string, text: string): Markdown => md`- **${part.toUpperCase()}** ${text}`

export const printed = ({ name, body, scenarios }: Block): Markdown[] => [
  md`### Requirement: ${name}`,
  body,
  ...scenarios.flatMap((scenario) => [md`#### Scenario: ${scenario.name}`, scenario.steps]),
]

export const isSame = (a: Block, b: Block): boolean =>
  joined(printed(a), "\n").markdown === joined(printed(b), "\n").markdown
