import type { Input } from "@spec-wizard/core/document/format"
import { day } from "@spec-wizard/core/document/format/day"
import { groups, guessesOf, isGuess, uncheckedOf } from "@spec-wizard/core/document/format/group"
import { headingOf } from "@spec-wizard/core/document/format/heading"
import type { Print } from "@spec-wizard/core/document/format/markdown-line"
import { inOrder } from "@spec-wizard/core/document/format/order"
import { isOpen } from "@spec-wizard/core/document/readiness"
import { SECTIONS, type Section, type Wording } from "@spec-wizard/core/document/wording"
import { wordings } from "@spec-wizard/core/document/wordings"
import type { Document, Item, Kind } from "@spec-wizard/core/protocol/document"
import { type Cover, coverOf } from "./cover.ts"
import { type Line, lineOf, marksOf, partsOf } from "./line.ts"
import { changes, gone, type Table, traces } from "./table.ts"
import { said, shortened } from "./text.ts"
import { words } from "./words.ts"

export type PdfInput = Input & { paper?: "a4" | "letter" }

/** Everything the template prints, and nothing it would have to know: what to say is decided here, how it looks is decided there. */
export type Sheet = {
  language: string
  paper: "a4" | "us-letter"
  title: string
  /** Beside the title, on every page. */
  about: string
  reference: string
  /** UTC: year, month, day, hour, minute, second. None if the date was none. */
  created: number[]
  contents: string
  page: string
  /** Between a label and what follows it on the same line. */
  colon: string
  cover: Cover
  empty: string
  /** Somebody wrote a word that may be broken anywhere, lest it run off the page. Looking for them is dear, and most have none. */
  hasLongWords: boolean
  sections: { heading: string; blocks: Block[] }[]
}

type LineBlock = { type: "line"; line: Line }
type Block =
  | { type: "heading"; id: string; text: string }
  | LineBlock
  | { type: "feature"; line: Line }
  | { type: "note"; label: string; ids: string }
  | ({ type: "table" } & Table)

export function sheetOf(document: Document, input: PdfInput): Sheet {
  const { language, version } = document
  const wording = wordings[language]
  const { form, numbers } = input
  const isFull = form === "full"
  const print: Print = { wording, form, ...(numbers && { numbers }) }
  const own = SECTIONS.filter(({ isShort }) => isShort || isFull).map(({ name, kinds }) =>
    titled(name, section(name, kinds, document, print), wording),
  )
  const generated: Sheet["sections"] = isFull
    ? [
        titled("traceability", filled(traces(document, print)), wording),
        titled("history", history(document, input, print), wording),
      ]
    : []
  const sections = [...own, ...generated].filter((one) => !isEmpty(one))
  const cover = coverOf(document, input)
  return {
    language,
    paper: input.paper === "letter" ? "us-letter" : "a4",
    title: said(input.title),
    about: [wording.document, wording.version(version), day(input.date, language)].map(said).join(" · "),
    reference: input.reference ? said(input.reference) : "",
    created: createdAt(input.date),
    contents: words[language].contents,
    page: words[language].page,
    colon: wording.colon,
    cover,
    empty: own.every(isEmpty) ? wording.empty : "",
    hasLongWords: hasLongWords([said(input.title), cover.gaps, sections]),
    sections,
  }
}

/** Nothing is printed just to fill a section. */
const isEmpty = ({ blocks }: Sheet["sections"][number]) => blocks.length === 0

const titled = (name: Section, blocks: Block[], { sections }: Wording) => ({ heading: sections[name], blocks })

function section(name: Section, kinds: readonly Kind[], document: Document, print: Print): Block[] {
  const items = inOrder(document).filter((item) => kinds.includes(item.kind))
  const all = items.map((item) => block(item, print))
  const isFull = print.form === "full"
  const { labels } = print.wording
  switch (name) {
    case "summary":
      return isFull ? all : all.map(unnamed)
    case "requirements":
      return requirements(document, print)
    case "assumptions":
      return [...all, ...note(labels.guesses, guessesOf(document))]
    case "questions":
      return [
        ...(isFull ? all : items.filter(isOpen).map((item) => block(item, print))),
        ...note(
          labels.unchecked,
          uncheckedOf(document).map(({ id }) => id),
        ),
      ]
    default:
      return all
  }
}

/** A buyer reads the summary as prose. */
const unnamed = ({ line: { id: _, title: __, ...line } }: LineBlock): LineBlock => ({ type: "line", line })

const block = (item: Item, print: Print): LineBlock => ({ type: "line", line: lineOf(item, print) })

function requirements(document: Document, print: Print): Block[] {
  return groups(document).flatMap(({ feature, requirements }, index): Block[] => [
    ...(feature ? featured(feature, print) : index > 0 ? [everythingElse(print.wording)] : []),
    ...requirements.map((item) => block(item, print)),
  ])
}

const everythingElse = ({ labels }: Wording): Block => ({ type: "heading", id: "", text: labels.everything })

/** Without a title its text is the heading, and is said again only where a heading cannot hold all of it. */
function featured(feature: Item, print: Print): Block[] {
  const whole = said(headingOf(feature))
  const heading = shortened(whole, MAX_HEADING)
  const line: Line = {
    ...(feature.title || heading !== whole ? { text: said(feature.text) } : {}),
    marks: marksOf(feature, print.wording),
    isGuess: isGuess(feature),
    parts: partsOf(feature, print),
  }
  return [
    { type: "heading", id: feature.id, text: heading },
    { type: "feature", line },
  ]
}

/** Characters; a title has at most 120. Headings stand among the contents and in the reader's outline too. */
const MAX_HEADING = 120

/** Lines that stand elsewhere, by their ids. */
const note = (label: string, ids: readonly string[]): Block[] =>
  ids.length > 0 ? [{ type: "note", label, ids: ids.join(", ") }] : []

const history = (document: Document, input: PdfInput, print: Print): Block[] => [
  ...filled(changes(document, input.history, print)),
  ...gone(document, print.wording).map((line): Block => ({ type: "line", line })),
]

const filled = (table: Table): Block[] => (table.rows.length > 0 ? [{ type: "table", ...table }] : [])

function createdAt(iso: string): number[] {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return []
  return [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ]
}

/** Longer than any word of ours; the template knows the same length. What is written without spaces breaks by rules of its own. */
const LONG = /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{25,}/u

function hasLongWords(value: unknown): boolean {
  if (typeof value === "string") return /\S{25}/.test(value) && LONG.test(value)
  return typeof value === "object" && value !== null && !("rows" in value) && Object.values(value).some(hasLongWords)
}
