import type { Line, Part } from "@spec-wizard/exports/pdf/line"
import type { Sheet } from "@spec-wizard/exports/pdf/sheet"

/** What a sheet says without any of its design. */
type Plain =
  | { type: "heading"; level: 1 | 2; text: string }
  | { type: "words"; text: string }
  | { type: "table"; head: string[]; rows: string[][] }

/** The families of the template's own style, so that the same fonts are read and embedded. */
const FONTS = [
  "Noto Sans",
  "Noto Naskh Arabic",
  "Noto Sans Math",
  "Noto Sans Symbols 2",
  "Noto Sans S Chinese",
  "Noto Sans Korean",
  "Noto Emoji",
]

/** As Typst that somebody could have typed. */
export function toTypst(sheet: Sheet): string {
  const { title, language, paper, contents, cover, sections } = sheet
  const facts = [...cover.facts.map(({ label, value }) => `${label} ${value}`), cover.level, ...cover.figures]
  return [
    `#set document(title: ${literal(title)}, date: none)`,
    `#set text(font: (${FONTS.map(literal).join(", ")}), size: 10pt, lang: ${literal(language)}, fallback: false)`,
    `#set page(paper: ${literal(paper)}, margin: (x: 24mm, y: 27mm), numbering: "1 / 1")`,
    ...[title, ...facts, ...cover.gaps.map(({ question, lines }) => `${question} ${lines}`)].map(said),
    "#pagebreak()",
    `#outline(title: ${literal(contents)}, depth: 2)`,
    "#pagebreak()",
    ...sections.flatMap(plain).map(typst),
  ].join("\n\n")
}

/** As a page that a browser prints. */
export const toHtml = (sheet: Sheet): string =>
  `<!doctype html><html lang="${sheet.language}"><meta charset="utf-8"><title>${escaped(sheet.title)}</title>
<style>@page{size:A4;margin:27mm 24mm}body{font:10pt "Noto Sans",sans-serif}td,th{text-align:left}</style>
<h1>${escaped(sheet.title)}</h1>${sheet.sections.flatMap(plain).map(html).join("\n")}`

function plain({ heading, blocks }: Sheet["sections"][number]): Plain[] {
  return [{ type: "heading", level: 1, text: heading }, ...blocks.flatMap(plainBlock)]
}

function plainBlock(block: Sheet["sections"][number]["blocks"][number]): Plain[] {
  switch (block.type) {
    case "heading":
      return [{ type: "heading", level: 2, text: `${block.id} ${block.text}` }]
    case "note":
      return [{ type: "words", text: `${block.label} ${block.ids}` }]
    case "table":
      return [block]
    default:
      return words(block.line)
  }
}

const words = ({ id = "", marks, title = "", text = "", parts }: Line): Plain[] =>
  [[id, ...marks].join(" "), title, text, ...parts.flatMap(worded)]
    .filter((one) => one !== "")
    .map((one) => ({ type: "words", text: one }))

function worded(part: Part): string[] {
  if (part.type !== "check") return [`${part.label} ${[part.value].flat().join(" ")}`]
  return [`${part.id} ${part.case}`, ...part.steps.map((step) => step.join(" "))]
}

function typst(one: Plain): string {
  if (one.type === "heading") return `${"=".repeat(one.level)} ${said(one.text)}`
  if (one.type === "words") return said(one.text)
  const cells = (texts: readonly string[]) => texts.map((text) => `[${said(text)}]`).join(", ")
  return `#table(columns: ${one.head.length}, table.header(${cells(one.head)}), ${cells(one.rows.flat())})`
}

const said = (text: string) => `#${literal(text)}`
const literal = (text: string) => `"${text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n")}"`

function html(one: Plain): string {
  if (one.type === "heading") return `<h${one.level + 1}>${escaped(one.text)}</h${one.level + 1}>`
  if (one.type === "words") return `<p>${escaped(one.text)}</p>`
  const row = (texts: readonly string[], cell: string) =>
    `<tr>${texts.map((text) => `<${cell}>${escaped(text)}</${cell}>`).join("")}</tr>`
  return `<table>${row(one.head, "th")}${one.rows.map((texts) => row(texts, "td")).join("")}</table>`
}

const escaped = (text: string) =>
  text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? "")
