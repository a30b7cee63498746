import type { Item } from "../schema.ts"
import { EVIDENCE_ICONS, type Wording } from "../word.ts"
import { isGuess } from "./group.ts"
import { type Markdown, md } from "./markdown-text.ts"

/** What a tool must know about a line before it builds on it: that somebody disputes it, or that nobody has said it. */
export function caution(item: Item, { labels, evidence }: Wording): Markdown {
  const words = [
    ...(item.state === "disputed" ? [labels.disputed] : []),
    ...(isGuess(item) ? [`${EVIDENCE_ICONS[item.evidence]} ${evidence[item.evidence]}`] : []),
  ]
  return words.length > 0 ? md` (${words.join(" · ")})` : md``
}

/** Its name in bold, its text, and what to know about it. */
export const bullet = (item: Item, wording: Wording): Markdown =>
  item.title
    ? md`- **${item.id} · ${item.title}**: ${item.text}${caution(item, wording)}`
    : md`- **${item.id}**: ${item.text}${caution(item, wording)}`
