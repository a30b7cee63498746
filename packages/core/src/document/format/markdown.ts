import type { Document, Item, Kind } from "../../protocol/document.ts"
import { isOpen, readiness } from "../readiness.ts"
import { SECTIONS, type Section, type Wording } from "../wording.ts"
import { wordings } from "../wordings.ts"
import { day } from "./day.ts"
import { figures, gaps } from "./gap.ts"
import { groups, guessesOf, uncheckedOf } from "./group.ts"
import { headingOf } from "./heading.ts"
import type { Input } from "./input.ts"
import { details, entry, field, list, marks, named, type Print, sentence } from "./markdown-line.ts"
import { changes, traces } from "./markdown-table.ts"
import { type Markdown, md, page } from "./markdown-text.ts"
import { inOrder } from "./order.ts"

/** The document as people read it: a cover, the sections that have something to say, and for engineers where everything comes from. */
export function markdown(document: Document, input: Input): string {
  const { form, numbers, history } = input
  const wording = wordings[document.language]
  const print: Print = { wording, form, ...(numbers && { numbers }) }
  const sections = SECTIONS.filter(({ isShort }) => isShort || form === "full").flatMap(({ name, kinds }) =>
    titled(name, section(name, kinds, document, print), wording),
  )
  return page([
    ...cover(document, input, wording),
    ...(sections.length > 0 ? sections : [md`${wording.empty}`]),
    ...(form === "full" ? titled("traceability", traces(document, print), wording) : []),
    ...(form === "full" ? titled("history", changes(document, history, print), wording) : []),
  ])
}

function cover(document: Document, { title, date, form, reference, hash }: Input, wording: Wording): Markdown[] {
  const { labels, counts, level, colon } = wording
  const ready = readiness(document)
  const about = [wording.document, wording.version(document.version), day(date, document.language)].join(" · ")
  const count = figures(document, counts).join(" · ")
  const facts = [
    ...(reference ? [field("reference", reference, wording)] : []),
    ...(hash && form === "full" ? [field("fingerprint", hash, wording)] : []),
  ]
  const missing = gaps(ready.missing, wording).map(({ question, lines }) =>
    lines.length > 0 ? md`- ${question} (${lines.join(", ")})` : md`- ${question}`,
  )
  return [
    md`# ${title}`,
    md`**${about}**`,
    ...(facts.length > 0 ? [list(facts)] : []),
    md`**${level[ready.level]}** · ${count}`,
    ...(missing.length > 0 ? [md`${labels.missing}${colon}`, list(missing)] : []),
  ]
}

/** Nothing is printed just to fill a section. */
const titled = (name: Section, blocks: readonly Markdown[], { sections }: Wording): Markdown[] =>
  blocks.length > 0 ? [md`## ${sections[name]}`, ...blocks] : []

function section(name: Section, kinds: readonly Kind[], document: Document, print: Print): Markdown[] {
  const items = inOrder(document).filter((item) => kinds.includes(item.kind))
  const { labels } = print.wording
  switch (name) {
    case "summary":
      return items.flatMap((item) => paragraph(item, print))
    case "requirements":
      return requirements(document, print)
    case "assumptions":
      return [...lines(items, print), ...note(labels.guesses, guessesOf(document), print)]
    case "questions":
      return [
        ...lines(print.form === "full" ? items : items.filter(isOpen), print),
        ...note(labels.unchecked, ids(uncheckedOf(document)), print),
      ]
    default:
      return lines(items, print)
  }
}

const lines = (items: readonly Item[], print: Print): Markdown[] =>
  items.length > 0 ? [list(items.flatMap((item) => entry(item, print)))] : []

const paragraph = (item: Item, print: Print): Markdown[] => [
  print.form === "full" ? md`${named(item)} ${sentence(item, print.wording)}` : sentence(item, print.wording),
  ...below(item, print),
]

function requirements(document: Document, print: Print): Markdown[] {
  return groups(document).flatMap(({ feature, requirements }, index) => [
    ...(feature ? featured(feature, print) : index > 0 ? [md`### ${print.wording.labels.everything}`] : []),
    ...lines(requirements, print),
  ])
}

const featured = (feature: Item, print: Print): Markdown[] => [
  md`### ${feature.id} · ${headingOf(feature)}`,
  feature.title ? sentence(feature, print.wording) : md`*${marks(feature, print.wording)}*`,
  ...below(feature, print),
]

function below(item: Item, print: Print): Markdown[] {
  const found = details(item, print)
  return found.length > 0 ? [list(found)] : []
}

/** Lines that stand elsewhere, by their ids. */
const note = (label: string, ids: readonly string[], { wording }: Print): Markdown[] =>
  ids.length > 0 ? [md`${label}${wording.colon} ${ids.join(", ")}`] : []

const ids = (items: readonly Item[]): string[] => items.map(({ id }) => id)
