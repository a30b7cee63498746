import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import { stat } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { render } from "@spec-wizard/core/document/format"
import { headingOf } from "@spec-wizard/core/document/format/heading"
import { origins } from "@spec-wizard/core/document/format/origin"
import { EVIDENCE_ICONS, SECTIONS } from "@spec-wizard/core/document/wording"
import { wordings } from "@spec-wizard/core/document/wordings"
import { type Document, isLive } from "@spec-wizard/core/protocol/document"
import { expect, test } from "vitest"
import { bakery, bakeryHistory, bakeryNumbers } from "../../core/test/specification-format-bakery.ts"
import { joinery } from "../../core/test/specification-format-joinery.ts"
import { documentOf, line } from "../../core/test/specification-format-line.ts"
import { MissingGlyphError } from "../src/pdf/error.ts"
import { FONT_FILES } from "../src/pdf/fonts.ts"
import { Glyphs } from "../src/pdf/glyphs.ts"
import { renderPdf } from "../src/pdf/pdf.ts"
import { refusal } from "../src/pdf/refusal.ts"
import { PdfRenderer } from "../src/pdf/renderer.ts"
import { type PdfInput, type Sheet, sheetOf } from "../src/pdf/sheet.ts"
import { said } from "../src/pdf/text.ts"
import { words } from "../src/pdf/words.ts"
import { HOSTILE, history, hostile, INVISIBLE, input, many, numbers, RARE, SCRIPTS } from "./pdf-documents.ts"
import { PdfReader } from "./pdf-reader.ts"

const print = async (document: Document, changes: Partial<PdfInput> = {}) =>
  new PdfReader(await renderPdf(document, { ...input, ...changes }))

/** Without what a line break, a change of font or the order of a script makes of it. */
const squeezed = (text: string) => text.replace(/\s/g, "")

const saying = (text: string): Document => documentOf("en", 1, [line("GOAL-1", { text })])

test("the same input gives the same bytes, in another renderer and in another process", async () => {
  const bytes = await renderPdf(bakery, input)
  await renderPdf(hostile, input) // what was printed before leaves no trace
  const other = new PdfRenderer({ fonts: FONT_FILES })
  for (const again of [await renderPdf(bakery, input), await other.render(bakery, input)])
    expect(Buffer.compare(again, bytes)).toBe(0)
  const child = fileURLToPath(new URL("./pdf-child.ts", import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [child], { env: { ...process.env, TZ: "Asia/Tokyo" } })
  expect(stdout.trim()).toBe(createHash("sha256").update(bytes).digest("hex"))
})

test("a message has a number people can read, and without one nothing stands in its place", async () => {
  const numbered = await print(bakery, { history: bakeryHistory, numbers: bakeryNumbers })
  expect(squeezed(numbered.text)).toContain(squeezed("Spec Wizard, message 1"))
  expect(squeezed(numbered.text)).toContain(squeezed("“12 cakes a day is all we can do” (message 4)"))
  for (const history of [bakeryHistory, []]) {
    const { text } = await print(bakery, { history })
    expect(text).not.toMatch(/msg_|message \d/)
    expect(squeezed(text)).toContain(squeezed("“12 cakes a day is all we can do”"))
  }
})

test.each([
  ["bakery", bakery, bakeryHistory],
  ["joinery", joinery, []],
  ["many in French", many(60, "fr"), history],
] as const)("%s says every word that its Markdown says, as often, in both forms", async (_, document, history) => {
  for (const form of ["full", "short"] as const) {
    const { text } = await print(document, { form, history })
    const markdown = render(document, { ...input, form, history, format: "markdown" }).text
    const said = new Set(markdown.match(WORD))
    expect(said.size).toBeGreaterThan(40)
    for (const word of said) expect(count(word, text), word).toBeGreaterThanOrEqual(count(word, markdown))
  }
})

/** Shorter ones are found by chance where two lines meet; words that run from right to left lie in a PDF the other way round. */
const WORD = /[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{N}]{4,}/gu

const count = (word: string, text: string) => squeezed(text).split(word).length - 1

test("every line, source and check is there whole, and in full what no longer counts", async () => {
  const { text } = await print(bakery, { history: bakeryHistory, numbers: bakeryNumbers })
  const printed = squeezed(text)
  for (const item of bakery.items) {
    expect(printed).toContain(item.id)
    expect(printed).toContain(squeezed(headingOf({ text: item.text })))
    for (const { label, quote, message } of origins(item, wordings.en, bakeryNumbers)) {
      const where = message && (quote ? `(${message})` : message)
      expect(printed).toContain(squeezed(`${wordings.en.labels[label]} ${quote ?? ""} ${where ?? ""}`))
    }
    if (item.kind !== "requirement" || !isLive(item)) continue
    for (const { id, evidence, text, given, when, then: outcome } of item.criteria) {
      for (const said of [text, text ? undefined : given, text ? undefined : when, text ? undefined : outcome])
        expect(printed).toContain(squeezed(said ?? ""))
      expect(printed).toMatch(
        new RegExp(
          `${id.replace(".", "\\.")}[^·]*·${squeezed(`${EVIDENCE_ICONS[evidence]} ${wordings.en.evidence[evidence]}`)}`,
        ),
      )
    }
  }
  for (const said of ["SW-7K3M-22", "21 November 2026", "Version 7", input.hash ?? "", "dropped", "replaced by FR-2"])
    expect(printed).toContain(squeezed(said))
  for (const mark of ["◆ you said", "✔ you confirmed", "▤ from your document", "◇ our guess", "○ our default"])
    expect(printed).toContain(squeezed(mark))
})

test("the short form has the buyer's sections, and neither sources nor tables", async () => {
  const { outline, text, tags } = await print(bakery, {
    form: "short",
    history: bakeryHistory,
    numbers: bakeryNumbers,
  })
  const { sections, labels } = wordings.en
  expect(outline.filter((heading) => !heading.startsWith("FEAT-") && heading !== labels.everything)).toEqual(
    SECTIONS.filter(({ isShort }) => isShort).map(({ name }) => sections[name]),
  )
  for (const missing of ["msg_", "message 4", labels.quote, labels.fingerprint]) expect(text).not.toContain(missing)
  expect(tags).not.toContain("Table")
})

test("every heading is in the outline and among the contents, with its page", async () => {
  const { outline, pages } = await print(bakery, { history: bakeryHistory })
  const { sections, labels } = wordings.en
  expect(outline.filter((heading) => Object.values(sections).includes(heading))).toEqual(Object.values(sections))
  expect(outline).toEqual(expect.arrayContaining(["FEAT-1 · Placing an order", labels.everything]))
  const contents = pages.find((page) => page.includes(words.en.contents)) ?? ""
  for (const heading of outline) {
    const [, number] = new RegExp(`${squeezed(heading)}\u2060?(\\d+)`).exec(squeezed(contents)) ?? []
    expect(squeezed(pages[Number(number) - 1] ?? ""), heading).toContain(squeezed(heading))
  }
})

test("every page but the cover has the title and the reference above, and all have their number below", async () => {
  const { pages } = await print(bakery)
  for (const [index, page] of pages.entries()) {
    expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
    expect(page).toContain(input.title)
    expect(page).toContain("SW-7K3M-22")
  }
})

test("it is tagged, checked against PDF/UA-1, and has a title, a language and the day of its input", async () => {
  for (const language of ["en", "de", "es", "fr"] as const) {
    const pdf = await print({ ...bakery, language }, { history: bakeryHistory })
    const catalog = pdf.one("Catalog")
    expect(catalog).toContain(`/Lang (${language})`)
    expect(catalog).toContain("/Marked true")
    expect(catalog).toContain("/DisplayDocTitle true")
    expect(pdf.one("Metadata")).toContain("<pdfuaid:part>1</pdfuaid:part>")
    const [about] = pdf.all(/\/CreationDate/)
    expect(about).toContain("/Title (Cake orders)")
    expect(about).toContain("/CreationDate (D:20261121100000")
    for (const tag of ["H1", "H2", "P", "L", "LI", "Table", "THead", "TH", "TD", "TOC", "TOCI"])
      expect(pdf.tags).toContain(tag)
    const { sections, document } = wordings[language]
    for (const said of [sections.summary, sections.history, document, words[language].contents])
      expect(squeezed(pdf.text)).toContain(squeezed(said))
  }
})

test("a date that is none, and a document that says nothing, are printed too", async () => {
  expect((await print(bakery, { date: "soon" })).text).toContain("soon")
  expect((await print(documentOf("de", 0, []))).text).toContain(wordings.de.empty)
})

test("it is A4, or Letter", async () => {
  const boxOf = async (paper?: "a4" | "letter") =>
    (await print(bakery, paper ? { paper } : {}))
      .all(/\/MediaBox/)
      .map((page) => /\/MediaBox \[(.*?)\]/.exec(page)?.[1])
  expect(new Set(await boxOf())).toEqual(new Set(["0 0 595.2756 841.8898"]))
  expect(new Set(await boxOf("letter"))).toEqual(new Set(["0 0 612 792"]))
})

test.each(Object.entries(SCRIPTS))("%s has glyphs of its own, and can be copied", async (script, sentence) => {
  const { text } = await print(saying(sentence))
  // Words that run from right to left lie in the file as they are seen; programs turn them round.
  const isTurned = script === "arabic"
  for (const word of sentence.match(/[\p{L}\p{M}]+/gu) ?? [])
    expect(squeezed(text)).toContain(isTurned ? [...word].reverse().join("") : word)
})

test("tables have their heads on every page they run over", async () => {
  const { pages, tags } = await print(many(100), { history })
  const { labels, sections } = wordings.en
  const first = pages.findLastIndex((page) => page.includes(`${sections.traceability}\n`))
  expect(pages.length).toBeGreaterThan(20)
  expect(pages.length - first).toBeGreaterThan(2)
  for (const page of pages.slice(first)) expect(page).toMatch(new RegExp(`${labels.messages}\n|${labels.changed}\n`))
  expect(tags.filter((tag) => tag === "Table")).toHaveLength(2)
})

test("a row of the changes is never without its version on a page", async () => {
  const operations = Array.from({ length: 14 }, (_, index) => ({ op: "confirm", id: `FR-${100 + index}` }) as const)
  const long = history.map((change) => ({ ...change, operations }))
  const { pages } = await print(bakery, { history: long })
  const { removed } = wordings.en.labels
  const tables = pages.flatMap((page) => page.split(`${removed}\n`).slice(1))
  expect(tables.length).toBeGreaterThan(2)
  for (const table of tables) expect(table).toMatch(/^\d+\n/)
})

test("what is markup elsewhere is words here, as they were written", async () => {
  const pdf = await print(hostile, { title: HOSTILE.join(" "), numbers })
  for (const text of HOSTILE) expect(squeezed(pdf.text)).toContain(squeezed(`${text}${text}Reason${text}`))
  expect(pdf.outline).toEqual([
    wordings.en.sections.goals,
    wordings.en.sections.rules,
    wordings.en.sections.traceability,
  ])
  expect(pdf.all(/\/URI|\/JavaScript|\/Launch|\/EmbeddedFile/)).toEqual([])
})

test("what nobody sees is left out", async () => {
  const { text } = await print(saying(INVISIBLE))
  expect(text).toContain("abcdef g H i\uFFFDjk l")
  expect(text).not.toMatch(/\p{Bidi_Control}|[\u{E0000}-\u{E007F}]|(?!\n)\p{Cc}/u)
})

test("what runs from right to left is held inside its own words, and can turn no others", () => {
  expect(said(`\u202E${SCRIPTS.arabic}\u2066`)).toBe(`\u2068${SCRIPTS.arabic}\u2069`)
  expect(said(`\u2069${SCRIPTS.latin}`)).toBe(SCRIPTS.latin)
})

test("words without an end break at the edge of the page", async () => {
  const endless = saying("x")
  const [item] = endless.items
  const text = `${"x".repeat(10_000)} ${"ж".repeat(10_000)} ${"🎂".repeat(1_000)}`
  const pdf = await print({ ...endless, items: item ? [{ ...item, text, title: "W".repeat(120) }] : [] })
  expect(pdf.text.match(/x/g)).toHaveLength(10_000)
  expect(pdf.text.match(/ж/g)).toHaveLength(10_000)
  for (const row of pdf.text.split("\n")) expect(row.length).toBeLessThan(120)
})

test("a character that no font has stands as its code point, and is listed at the end; every other word is there", async () => {
  const printed = async (text: string) => (await print(saying(text))).text
  const rare = await printed("We sell \u{10FFFF} signs and \u{E001} and \u{E001} and \u{20BB7}.")
  expect(rare).toMatch(/We sell\s+U\+10FFFF\s+signs and\s+U\+E001\s+and\s+U\+E001\s+and\s+U\+20BB7/)
  expect(squeezed(rare)).toMatch(/Nofontherehasthese:(?:U\+(?:10FFFF|E001|20BB7),?){3}/)
  expect(await printed('" `\\"` could not be displayed \u{E002}"`\\')).toContain("U+E002")
  expect(await printed("nothing rare")).not.toContain("No font here has these")
})

class Counting extends PdfRenderer {
  prints = 0

  override print(sheet: Sheet): Uint8Array {
    this.prints++
    return super.print(sheet)
  }
}

test("a document with such characters is set once, and only what no font can tell a second time", async () => {
  const printsOf = async (text: string) => {
    const renderer = new Counting({ fonts: FONT_FILES })
    await renderer.render(saying(text), input)
    return renderer.prints
  }
  expect(await printsOf(`${Object.values(RARE).join(" ")} \u{E001} \u{20BB7} \u{378}`)).toBe(1)
  expect(await printsOf("a mark of no font: x\u{1E8D0}")).toBe(2)
})

test("what is found missing beforehand Typst misses too, and hardly anything else, of letters, numbers and signs of every plane", () => {
  const sample = Array.from({ length: 4_000 }, (_, index) => String.fromCodePoint(0xa1 + index * 43)).filter(
    (one) => one.isWellFormed() && /[\p{L}\p{N}\p{S}\p{Co}]/u.test(one) && one.normalize("NFKD") === one,
  )
  const lines = Array.from({ length: Math.ceil(sample.length / 500) }, (_, index) =>
    line(`GOAL-${index + 1}`, { text: sample.slice(500 * index, 500 * (index + 1)).join(" ") }),
  )
  const sheet = sheetOf(documentOf("en", 1, lines), input)
  const found = new Glyphs(FONT_FILES).missingIn(JSON.stringify(sheet))
  expect(found.size).toBeGreaterThan(300)
  expect(sample.length - found.size).toBeGreaterThan(300)
  const typst: string[] = []
  try {
    new PdfRenderer({ fonts: FONT_FILES }).print(sheet)
  } catch (error) {
    if (error instanceof MissingGlyphError) typst.push(...error.characters)
  }
  expect([...found].filter((one) => !typst.includes(one))).toEqual([])
  // One that only the font of ids and hashes has.
  expect(typst.filter((one) => !found.has(one))).toEqual(["\u23BC"])
})

test("a title with such a character is printed on every page", async () => {
  const { text } = await print(saying("fine"), { title: "Tones \u{E000}" })
  expect(text).toMatch(/Tones\s+U\+E000/)
})

test.each(Object.entries(RARE))("%s has glyphs, and its font is opened for it alone", async (_, words) => {
  const { text } = await print(saying(`We write ${words} here.`))
  expect(text).not.toContain("U+")
  for (const letter of words.match(/\p{Lo}/gu) ?? []) expect(text).toContain(letter)
})

test("what Typst says of a bug is told without the words it quotes", () => {
  const said = 'message: "PDF/UA-1 error: heading `\\"secret \\\\\\"quoted\\\\\\"\\"` is wrong", trace: []'
  expect(refusal(`[SourceDiagnostic { severity: Error, ${said} }]`).message).toBe(
    "Typst printed nothing: PDF/UA-1 error: heading … is wrong",
  )
})

test("arrows, comparisons, emoji and the marks of evidence have glyphs", async () => {
  const signs = "→ ← ⇒ ↔ ≤ ≥ ≠ ≈ ∞ √ € ₹ ₽ ① ★ ☎ ⚠ ✓ ✗ 🎂 😀 👩‍👩‍👧 🇩🇪 1️⃣ ✔️ ◆ ✔ ▤ ◇ ○ “ ” … – —"
  const { text } = await print(saying(signs))
  for (const sign of "→←⇒↔≤≥≠≈∞√€₹₽①★☎⚠✓✗🎂😀◆✔▤◇○") expect(text).toContain(sign)
})

test("no font is missing, and none is shipped without need: 35 MB at most", async () => {
  const sizes = await Promise.all(FONT_FILES.map(async (file) => (await stat(file)).size))
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(35_000_000)
})
