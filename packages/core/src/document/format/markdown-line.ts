import type { Criterion, Item } from "../../protocol/document.ts"
import { isOpen } from "../readiness.ts"
import { EVIDENCE_ICONS, type Label, type Wording } from "../wording.ts"
import { background, type Field, fields } from "./field.ts"
import type { Input } from "./input.ts"
import { indented, joined, type Markdown, md } from "./markdown-text.ts"
import { plain } from "./plain.ts"

/** A line of the document as an entry of a list, with everything that belongs to it below. */
export const entry = (item: Item, wording: Wording, form: Input["form"]): Markdown[] => [
  md`- ${named(item)} ${sentence(item, wording)}`,
  ...details(item, wording, form).map((line) => indented(line, 1)),
]

/** Its id, and its title if it has one. */
export const named = ({ id, title }: Item): Markdown => (title ? md`**${id} · ${title}**` : md`**${id}**`)

/** Its text, and what to know about it. */
export function sentence(item: Item, wording: Wording): Markdown {
  const known = marks(item, wording)
  return known === "" ? md`${item.text}` : md`${item.text} — *${known}*`
}

/** How much it is wanted, and who says so. An open question is nobody's claim. */
export const marks = (item: Item, { labels, evidence }: Wording): string =>
  [
    ...(item.priority ? [labels[item.priority]] : []),
    ...(item.kind === "scope" && item.when ? [labels[item.when]] : []),
    ...(item.kind === "exclusion" ? [labels.not] : []),
    ...(item.state === "disputed" ? [labels.disputed] : []),
    ...(item.locked !== "none" ? [labels.locked] : []),
    ...(isOpen(item) ? [] : [`${EVIDENCE_ICONS[item.evidence]} ${evidence[item.evidence]}`]),
  ].join(" · ")

export function details(item: Item, wording: Wording, form: Input["form"]): Markdown[] {
  const { labels } = wording
  const own = fields(item, wording)
  return [
    ...own.flatMap((field) => printed(field, wording)),
    ...(item.state === "disputed" && item.remark ? [field("disputed", item.remark, wording)] : []),
    ...(item.kind === "requirement" ? item.criteria.flatMap((criterion) => check(criterion, labels)) : []),
    ...(form === "full" ? background(item).flatMap((field) => printed(field, wording)) : []),
    ...(form === "full" ? item.sources.map(({ quote }) => said(quote, wording)) : []),
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

const check = ({ id, case: kind, given, when, then }: Criterion, labels: Wording["labels"]): Markdown[] => [
  md`- **${id}** ${labels[kind]}`,
  indented(md`- **${labels.given}** ${given}`, 1),
  indented(md`- **${labels.when}** ${when}`, 1),
  indented(md`- **${labels.then}** ${then}`, 1),
]

const said = (quote: string, wording: Wording): Markdown =>
  md`- ${wording.labels.quote}${wording.colon} *${quoted(quote, wording)}*`

export const quoted = (text: string, { quotes: [open, close] }: Wording): string => open + plain(text) + close

export const list = (lines: readonly Markdown[]): Markdown => joined(lines, "\n")
