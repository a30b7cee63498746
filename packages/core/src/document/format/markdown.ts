import { type Document, type Item, isLive, type Kind } from "../../protocol/document.ts"
import { isOpen, readiness } from "../readiness.ts"
import { SECTIONS, type Section, type Wording } from "../wording.ts"
import { wordings } from "../wordings.ts"
import { day } from "./day.ts"
import { gaps } from "./gap.ts"
import { groups, isGuess, wantedOf } from "./group.ts"
import { headingOf } from "./heading.ts"
import type { Input } from "./input.ts"
import { details, entry, field, list, marks, named, sentence } from "./markdown-line.ts"
import { changes, traces } from "./markdown-table.ts"
import { type Markdown, md, page } from "./markdown-text.ts"

/** The document as people read it: a cover, the sections that have something to say, and for engineers where everything comes from. */
export function markdown(document: Document, input: Input): string {
  const wording = wordings[document.language]
  const sections = SECTIONS.filter(({ isShort }) => isShort || input.form === "full").flatMap(({ name, kinds }) =>
    titled(name, section(name, kinds, document, input.form), wording),
  )
  return page([
    ...cover(document, input, wording),
    ...(sections.length > 0 ? sections : [md`${wording.empty}`]),
    ...(input.form === "full" ? titled("traceability", traces(document, wording), wording) : []),
    ...(input.form === "full" ? titled("history", changes(document, input.history ?? [], wording), wording) : []),
  ])
}

function cover(document: Document, { title, date, form, reference, hash }: Input, wording: Wording): Markdown[] {
  const { labels, counts, level, colon } = wording
  const ready = readiness(document)
  const about = [wording.document, wording.version(document.version), day(date, document.language)].join(" · ")
  const figures = [
    counts.requirements(wantedOf(document, "requirement").length),
    counts.questions(document.items.filter(isOpen).length),
    counts.guesses(document.items.filter(isGuess).length),
  ].join(" · ")
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
    md`**${level[ready.level]}** · ${figures}`,
    ...(missing.length > 0 ? [md`${labels.missing}${colon}`, list(missing)] : []),
  ]
}

/** Nothing is printed just to fill a section. */
const titled = (name: Section, blocks: readonly Markdown[], { sections }: Wording): Markdown[] =>
  blocks.length > 0 ? [md`## ${sections[name]}`, ...blocks] : []

function section(name: Section, kinds: readonly Kind[], document: Document, form: Input["form"]): Markdown[] {
  const wording = wordings[document.language]
  const items = document.items.filter((item) => kinds.includes(item.kind) && isLive(item))
  switch (name) {
    case "summary":
      return items.flatMap((item) => paragraph(item, wording, form))
    case "requirements":
      return requirements(document, wording, form)
    case "assumptions":
      return [...lines(items, wording, form), ...guesses(document, wording)]
    case "questions":
      return lines(form === "full" ? items : items.filter(isOpen), wording, form)
    default:
      return lines(items, wording, form)
  }
}

const lines = (items: readonly Item[], wording: Wording, form: Input["form"]): Markdown[] =>
  items.length > 0 ? [list(items.flatMap((item) => entry(item, wording, form)))] : []

const paragraph = (item: Item, wording: Wording, form: Input["form"]): Markdown[] => [
  form === "full" ? md`${named(item)} ${sentence(item, wording)}` : sentence(item, wording),
  ...below(item, wording, form),
]

function requirements(document: Document, wording: Wording, form: Input["form"]): Markdown[] {
  return groups(document).flatMap(({ feature, requirements }, index) => [
    ...(feature ? featured(feature, wording, form) : index > 0 ? [md`### ${wording.labels.everything}`] : []),
    ...lines(requirements, wording, form),
  ])
}

const featured = (feature: Item, wording: Wording, form: Input["form"]): Markdown[] => [
  md`### ${feature.id} · ${headingOf(feature)}`,
  feature.title ? sentence(feature, wording) : md`*${marks(feature, wording)}*`,
  ...below(feature, wording, form),
]

function below(item: Item, wording: Wording, form: Input["form"]): Markdown[] {
  const found = details(item, wording, form)
  return found.length > 0 ? [list(found)] : []
}

/** Whatever nobody said is an assumption, wherever it stands. */
function guesses(document: Document, { labels, colon }: Wording): Markdown[] {
  const ids = document.items.filter((item) => item.kind !== "assumption" && isGuess(item)).map(({ id }) => id)
  return ids.length > 0 ? [md`${labels.guesses}${colon} ${ids.join(", ")}`] : []
}
