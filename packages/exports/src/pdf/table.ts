import type { Input } from "@spec-wizard/core/document/format"
import { day } from "@spec-wizard/core/document/format/day"
import { summarized } from "@spec-wizard/core/document/format/history"
import type { Print } from "@spec-wizard/core/document/format/markdown-line"
import { trace } from "@spec-wizard/core/document/trace"
import type { Label, Wording } from "@spec-wizard/core/document/wording"
import { type Document, type Item, isLive } from "@spec-wizard/core/protocol/document"
import type { Line } from "./line.ts"
import { said } from "./text.ts"

/** Cells hold our words, days and ids, never what a visitor typed. `widths` are shares of the page's. */
export type Table = { head: string[]; widths: number[]; rows: string[][] }

export const traces = (document: Document, { wording, numbers }: Print): Table => ({
  head: named(["line", "serves", "criteria", "messages"], wording.labels),
  widths: [3, 8, 8, 6],
  rows: trace(document, numbers).map(({ id, serves, criteria, messages }) => [
    id,
    serves.join(", "),
    criteria.join(", "),
    messages.map(wording.message).join(", "),
  ]),
})

export const changes = (document: Document, history: Input["history"], { wording, numbers }: Print): Table => ({
  head: named(["version", "date", "by", "added", "changed", "removed"], wording.labels),
  widths: [3, 6, 6, 6, 5, 5],
  rows: (history ?? []).map(({ version, at, by, messageId, operations }) => {
    const { added, changed, removed } = summarized(operations)
    const number = messageId && numbers?.get(messageId)
    return [
      String(version),
      day(at, document.language),
      [wording.labels[by], ...(number ? [wording.message(number)] : [])].join(", "),
      ...[added, changed, removed].map((ids) => ids.join(", ")),
    ]
  }),
})

const named = (columns: readonly Label[], labels: Wording["labels"]): string[] =>
  columns.map((column) => labels[column])

/** The lines that no longer count, and why. */
export const gone = (document: Document, wording: Wording): Line[] =>
  document.items
    .filter((item) => !isLive(item))
    .map((item) => ({
      id: item.id,
      ...(item.title ? { title: said(item.title) } : {}),
      text: said(item.text),
      marks: [],
      isGuess: false,
      parts: [why(item, wording)],
    }))

function why(item: Item, { labels }: Wording): Line["parts"][number] {
  if (item.state === "superseded") return { type: "ids", label: labels.superseded, value: item.supersededBy ?? "" }
  return { type: "text", label: labels.retired, value: item.remark ? said(item.remark) : "" }
}
