import { isAgreed, stepsBeside } from "@spec-wizard/core/document/criterion"
import { background, type Field, fields } from "@spec-wizard/core/document/format/field"
import { isGuess } from "@spec-wizard/core/document/format/group"
import { marks, type Print } from "@spec-wizard/core/document/format/markdown-line"
import { origins } from "@spec-wizard/core/document/format/origin"
import { type Label, proof, type Wording } from "@spec-wizard/core/document/wording"
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
  | {
      type: "check"
      id: string
      /** What kind of case it is, and who said so. */
      case: string
      isGuess: boolean
      text: string
      steps: [word: string, text: string][]
      origins: [label: string, value: string][]
    }

export const lineOf = (item: Item, print: Print): Line => ({
  id: item.id,
  ...(item.title ? { title: said(item.title) } : {}),
  text: said(item.text),
  marks: marksOf(item, print.wording),
  isGuess: isGuess(item),
  parts: partsOf(item, print),
})

/** Our own words alone, so what separates them separates nothing else. */
export const marksOf = (item: Item, wording: Wording): string[] =>
  marks(item, wording)
    .split(" · ")
    .filter((mark) => mark !== "")

/** In the order of the Markdown. */
export function partsOf(item: Item, print: Print): Part[] {
  const { wording, form } = print
  const { labels } = wording
  return [
    ...fields(item, wording).map((field) => partOf(field, wording)),
    ...(item.state === "disputed" && item.remark
      ? [{ type: "text", label: labels.disputed, value: said(item.remark) } as const]
      : []),
    ...(item.kind === "requirement" ? item.criteria.map((criterion) => checkOf(criterion, print)) : []),
    ...(form === "full" ? background(item).map((field) => partOf(field, wording)) : []),
    ...originsOf(item, print).map(([label, value]) => ({ type: "quote", label, value }) as const),
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

const checkOf = (criterion: Criterion, print: Print): Part => {
  const { labels } = print.wording
  return {
    type: "check",
    id: criterion.id,
    case: [labels[criterion.case], proof(criterion, print.wording)].join(" · "),
    isGuess: !isAgreed(criterion),
    text: criterion.text === undefined ? "" : said(criterion.text),
    steps: stepsBeside(criterion).map(([part, words]) => [labels[part], said(words)]),
    origins: originsOf(criterion, print),
  }
}

const originsOf = (
  line: Parameters<typeof origins>[0],
  { wording, form, numbers }: Print,
): [label: string, value: string][] =>
  form === "full"
    ? origins(line, wording, numbers).map(({ label, quote, message }) => [
        wording.labels[label],
        [...(quote === undefined ? [] : [said(quote)]), ...(message ? [quote ? `(${message})` : message] : [])].join(
          " ",
        ),
      ])
    : []
