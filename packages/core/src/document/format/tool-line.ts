import type { Document, Evidence, Item, Kind } from "../../protocol/document.ts"
import { isAgreed } from "../criterion.ts"
import { isOpen } from "../readiness.ts"
import { proof, type Wording } from "../wording.ts"
import { isGuess, liveOf } from "./group.ts"
import { details, list, named } from "./markdown-line.ts"
import { indented, type Markdown, md } from "./markdown-text.ts"
import { inOrder } from "./order.ts"

/** What a tool must know about a line before it builds on it: that somebody disputes it, or that nobody has said it. */
export function caution(item: Item, wording: Wording): Markdown {
  const words = [
    ...(item.state === "disputed" ? [wording.labels.disputed] : []),
    ...(isGuess(item) ? [proof(item, wording)] : []),
  ]
  return words.length > 0 ? md` (${words.join(" · ")})` : md``
}

/** Of a check that nobody said or agreed to. */
export const doubt = (criterion: { evidence: Evidence }, wording: Wording): Markdown =>
  isAgreed(criterion) ? md`` : md` (${proof(criterion, wording)})`

/** The lines of some kinds that still count, with what they say below. */
export const entries = (document: Document, kinds: readonly Kind[], wording: Wording): Markdown[] =>
  inOrder(document)
    .filter((item) => kinds.includes(item.kind))
    .flatMap((item) => [
      md`- ${named(item)}: ${item.text}${caution(item, wording)}`,
      ...details(item, { wording, form: "short" }).map((line) => indented(line, 1)),
    ])

/** No heading without something below it. */
export const under = (heading: Markdown, lines: readonly Markdown[]): Markdown[] =>
  lines.length > 0 ? [heading, list(lines)] : []

/** What is asked of the people, and how they would check what nobody has agreed a check for. */
export const openQuestions = (
  document: Document,
  unchecked: readonly Pick<Item, "id">[],
  wording: Wording,
): Markdown[] => [
  ...liveOf(document, "question")
    .filter(isOpen)
    .map(({ id, text, choices = [] }) =>
      choices.length > 0 ? md`- **${id}**: ${text} (${choices.join(" / ")})` : md`- **${id}**: ${text}`,
    ),
  ...unchecked.map(({ id }) => md`- **${id}**: ${wording.check(id)}`),
]
