import { background, type Field, fields } from "@spec-wizard/core/document/format/field"
import { isGuess } from "@spec-wizard/core/document/format/group"
import { marks } from "@spec-wizard/core/document/format/markdown-line"
import type { Label, Wording } from "@spec-wizard/core/document/wording"
import type { Criterion, Item } from "@spec-wizard/core/protocol/document"
import { said } from "./text.ts"

/** A line of the document as the template prints it: its id and marks in the margin, what it says beside them. */
export type Line = {
  id?: string
  title?: string
  text?: string
  marks: string[]
  isGuess: boolean
  parts: Part[]
}

/** What stands below a line's text. Each has a label, or is a check. */
export type Part =
  | { type: "text" | "ids" | "quote"; label: string; value: string }
  | { type: "list" | "steps"; label: string; value: string[] }
  | { type: "check"; id: string; case: string; steps: [word: string, text: string][] }

export const lineOf = (item: Item, wording: Wording, form: "short" | "full"): Line => ({
  id: item.id,
  ...(item.title ? { title: said(item.title) } : {}),
  text: said(item.text),
  marks: marksOf(item, wording),
  isGuess: isGuess(item),
  parts: partsOf(item, wording, form),
})

/** Our own words alone, so what separates them separates nothing else. */
export const marksOf = (item: Item, wording: Wording): string[] =>
  marks(item, wording)
    .split(" · ")
    .filter((mark) => mark !== "")

/** In the order of the Markdown. */
export function partsOf(item: Item, wording: Wording, form: "short" | "full"): Part[] {
  const { labels, quotes } = wording
  const [open, close] = quotes
  const isFull = form === "full"
  return [
    ...fields(item, wording).map((field) => partOf(field, wording)),
    ...(item.state === "disputed" && item.remark
      ? [{ type: "text", label: labels.disputed, value: said(item.remark) } as const]
      : []),
    ...(item.kind === "requirement" ? item.criteria.map((criterion) => checkOf(criterion, wording)) : []),
    ...(isFull ? background(item).map((field) => partOf(field, wording)) : []),
    ...(isFull
      ? item.sources.map(
          ({ quote }) => ({ type: "quote", label: labels.quote, value: open + said(quote) + close }) as const,
        )
      : []),
  ]
}

function partOf({ label: name, values, isOrdered }: Field, { labels }: Wording): Part {
  const label = labels[name]
  const [only, ...more] = values
  if (IDS.has(name)) return { type: "ids", label, value: values.join(", ") }
  if (only !== undefined && more.length === 0) return { type: "text", label, value: said(only) }
  return { type: isOrdered ? "steps" : "list", label, value: values.map(said) }
}

const IDS = new Set<Label>(["serves", "blocks"])

const checkOf = ({ id, case: kind, given, when, then }: Criterion, { labels }: Wording): Part => ({
  type: "check",
  id,
  case: labels[kind],
  steps: [
    [labels.given, said(given)],
    [labels.when, said(when)],
    [labels.then, said(then)],
  ],
})
