import { type Document, isLive } from "../../protocol/document.ts"
import { trace } from "../trace.ts"
import type { Label, Wording } from "../wording.ts"
import { day } from "./day.ts"
import { summarized } from "./history.ts"
import type { Input } from "./input.ts"
import { list, named, type Print } from "./markdown-line.ts"
import { joined, type Markdown, md } from "./markdown-text.ts"

/** Ids and dates alone stand in tables: cells cannot wrap what people write. */
export function traces(document: Document, { wording, numbers }: Print): Markdown[] {
  const rows = trace(document, numbers).map(({ id, serves, criteria, messages }) => [
    id,
    serves.join(", "),
    criteria.join(", "),
    messages.map(wording.message).join(", "),
  ])
  return table(["line", "serves", "criteria", "messages"], rows, wording)
}

/** What each version did, and the lines that no longer count. */
export function changes(document: Document, history: Input["history"], { wording, numbers }: Print): Markdown[] {
  const { labels, colon } = wording
  const rows = (history ?? []).map(({ version, at, by, messageId, operations }) => {
    const { added, changed, removed } = summarized(operations)
    const number = messageId && numbers?.get(messageId)
    return [
      String(version),
      day(at, document.language),
      [labels[by], ...(number ? [wording.message(number)] : [])].join(", "),
      added.join(", "),
      changed.join(", "),
      removed.join(", "),
    ]
  })
  const gone = document.items
    .filter((item) => !isLive(item))
    .map((item) => {
      const why =
        item.state === "superseded"
          ? [labels.superseded, ...(item.supersededBy ? [item.supersededBy] : [])].join(" ")
          : [labels.retired, ...(item.remark ? [item.remark] : [])].join(`${colon} `)
      return md`- ${named(item)} ${item.text} — *${why}*`
    })
  return [
    ...table(["version", "date", "by", "added", "changed", "removed"], rows, wording),
    ...(gone.length > 0 ? [list(gone)] : []),
  ]
}

function table(head: readonly Label[], rows: readonly (readonly string[])[], { labels }: Wording): Markdown[] {
  if (rows.length === 0) return []
  const row = (cells: readonly string[]) =>
    md`| ${joined(
      cells.map((cell) => (cell ? cell : EMPTY)),
      " | ",
    )} |`
  const rule = md`${joined(
    head.map(() => RULE),
    "",
  )}|`
  return [list([row(head.map((label) => labels[label])), rule, ...rows.map(row)])]
}

const EMPTY = md``
const RULE = md`| --- `
