import type { Criterion, Item } from "../../protocol/document.ts"
import { isAgreed, stepsBeside } from "../criterion.ts"
import { rank } from "../rank.ts"
import { isOpen } from "../readiness.ts"
import { type Label, proof, type Wording } from "../wording.ts"
import { background, type Field, fields } from "./field.ts"
import type { Input } from "./input.ts"
import { indented, joined, type Markdown, md } from "./markdown-text.ts"
import { type Origin, origins } from "./origin.ts"

/** How lines are printed: in which words, for whom, and with which numbers of messages. */
export type Print = Pick<Input, "form" | "numbers"> & { wording: Wording }

/** A line of the document as an entry of a list, with everything that belongs to it below. */
export const entry = (item: Item, print: Print): Markdown[] => [
  md`- ${named(item)} ${sentence(item, print.wording)}`,
  ...details(item, print).map((line) => indented(line, 1)),
]

/** Its id, and its title if it has one. */
export const named = ({ id, title }: Item): Markdown => (title ? md`**${id} · ${title}**` : md`**${id}**`)

/** Its text, and what to know about it. */
export function sentence(item: Item, wording: Wording): Markdown {
  const known = marks(item, wording)
  return known === "" ? md`${item.text}` : md`${item.text} — *${known}*`
}

/** How much it is wanted, and who says so. A question that is open, or ours, is nobody's claim. */
export const marks = (item: Item, { labels, evidence }: Wording): string =>
  [
    ...rank(item, { labels, evidence }),
    ...(item.kind === "scope" && item.when ? [labels[item.when]] : []),
    ...(item.kind === "exclusion" ? [labels.not] : []),
    ...(item.state === "disputed" ? [labels.disputed] : []),
    ...(item.locked !== "none" ? [labels.locked] : []),
    ...((item.kind === "question" && !isAgreed(item)) || isOpen(item) ? [] : [proof(item, { evidence })]),
  ].join(" · ")

export function details(item: Item, print: Print): Markdown[] {
  const { wording, form } = print
  const own = fields(item, wording)
  return [
    ...own.flatMap((field) => printed(field, wording)),
    ...(item.state === "disputed" && item.remark ? [field("disputed", item.remark, wording)] : []),
    ...(item.kind === "requirement" ? item.criteria.flatMap((criterion) => check(criterion, print)) : []),
    ...(form === "full" ? background(item).flatMap((field) => printed(field, wording)) : []),
    ...said(item, print),
  ]
}

function printed({ label, values, isOrdered }: Field, wording: Wording): Markdown[] {
  const [only, ...more] = values
  if (only !== undefined && (more.length === 0 || INLINE.has(label))) return [field(label, values.join(", "), wording)]
  return [
    md`- ${wording.labels[label]}${wording.colon}`,
    ...values.map((value, index) => indented(isOrdered ? md`${index + 1}. ${value}` : md`- ${value}`, 1)),
  ]
}

/** Lists of ids. */
const INLINE = new Set<Label>(["serves", "blocks"])

export const field = (label: Label, value: string, { labels, colon }: Wording): Markdown =>
  md`- ${labels[label]}${colon} ${value}`

/** In the words in which somebody said it; an older one has its three steps alone. */
function check(criterion: Criterion, print: Print): Markdown[] {
  const { id, case: kind, text } = criterion
  const { labels } = print.wording
  const known = md`*${[labels[kind], proof(criterion, print.wording)].join(" · ")}*`
  return [
    text === undefined ? md`- **${id}** — ${known}` : md`- **${id}** ${text} — ${known}`,
    ...stepsBeside(criterion).map(([part, words]) => indented(md`- **${labels[part]}** ${words}`, 1)),
    ...said(criterion, print).map((line) => indented(line, 1)),
  ]
}

/** Where its words come from, and what stood beside them. */
const said = (line: Parameters<typeof origins>[0], { wording, form, numbers }: Print): Markdown[] =>
  form === "full" ? origins(line, wording, numbers).map((origin) => sourced(origin, wording)) : []

function sourced({ label, quote, message }: Origin, { labels, colon }: Wording): Markdown {
  const head = md`- ${labels[label]}${colon}`
  if (quote === undefined) return md`${head} ${message ?? ""}`
  return message === undefined ? md`${head} *${quote}*` : md`${head} *${quote}* (${message})`
}

export const list = (lines: readonly Markdown[]): Markdown => joined(lines, "\n")
