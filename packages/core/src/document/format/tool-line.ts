import { type Document, type Item, isLive, type Kind } from "../../protocol/document.ts"
import { EVIDENCE_ICONS, type Wording } from "../wording.ts"
import { isGuess } from "./group.ts"
import { details, list, named } from "./markdown-line.ts"
import { indented, type Markdown, md } from "./markdown-text.ts"

/** What a tool must know about a line before it builds on it: that somebody disputes it, or that nobody has said it. */
export function caution(item: Item, { labels, evidence }: Wording): Markdown {
  const words = [
    ...(item.state === "disputed" ? [labels.disputed] : []),
    ...(isGuess(item) ? [`${EVIDENCE_ICONS[item.evidence]} ${evidence[item.evidence]}`] : []),
  ]
  return words.length > 0 ? md` (${words.join(" · ")})` : md``
}

/** The lines of some kinds that still count, with what they say below. */
export const entries = ({ items }: Document, kinds: readonly Kind[], wording: Wording): Markdown[] =>
  items
    .filter((item) => kinds.includes(item.kind) && isLive(item))
    .flatMap((item) => [
      md`- ${named(item)}: ${item.text}${caution(item, wording)}`,
      ...details(item, wording, "short").map((line) => indented(line, 1)),
    ])

/** No heading without something below it. */
export const under = (heading: Markdown, lines: readonly Markdown[]): Markdown[] =>
  lines.length > 0 ? [heading, list(lines)] : []
