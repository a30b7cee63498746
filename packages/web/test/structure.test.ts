import { expect, test } from "vitest"
import { type Block, strongIn, structure } from "../src/source/structure.ts"

const rowsOf = (block: Block) => (block.as === "list" ? block.items.flatMap(({ rows }) => rows) : block.rows)

/** What one sees of it, a list by the depth of its items. */
const seen = (text: string) =>
  structure(text).map((block) => {
    const words = (rows: ReturnType<typeof rowsOf>) => rows.map(({ from, to }) => text.slice(from, to)).filter(Boolean)
    if (block.as === "list") return block.items.map(({ depth, rows }) => [depth, ...words(rows)])
    return block.as === "heading" ? `${block.level} ${words(block.rows)}` : words(block.rows)
  })

test.each([
  "",
  "One line",
  "  \n\n# A\r\n- b\n\n  c\n1. d\n2. e\n```\n# f\n```\n\ttail  \n",
  "- a\n- b",
  "# \n#\n-\n- \n**",
  "1) a\n2) b\n\n\n",
])("the rows of the blocks are the text to the letter: %j", (text) => {
  const rows = structure(text).flatMap(rowsOf)
  expect(rows.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text)
  for (const { start, from, to, end } of rows)
    expect([start, from, to, end]).toEqual([start, from, to, end].sort((a, b) => a - b))
})

test("shows headings, lists and what is set in below them", () => {
  expect(seen("## Scope\n\n- one\n  - two\n  more of two\n* three\n\nText\nand text")).toEqual([
    "2 Scope",
    [
      [0, "one"],
      [1, "two", "more of two"],
      [0, "three"],
    ],
    ["Text", "and text"],
  ])
})

test("numbers stay to be read; a list goes on over those of another sort", () => {
  expect(seen("1. one\n   – two\n2. three")).toEqual([
    [
      [0, "1. one"],
      [1, "two"],
      [0, "2. three"],
    ],
  ])
  expect(seen("3.1. one\n3.2. two")).toEqual([
    [
      [0, "3.1. one"],
      [0, "3.2. two"],
    ],
  ])
})

test.each([
  "1. Oktober ist der Termin.\nMehr nicht.",
  "#1 of all\n#hashtag",
  "-5 degrees\n-x",
  "```\n- a\n# b\n```",
  "*emphasis* and *more*",
])("leaves alone what only looks like structure: %j", (text) => {
  expect(structure(text).map((block) => block.as)).toEqual(["text"])
})

test.each(["•", "–", "\uF0B7", "▪", "*", "+"])("%s begins an item", (sign) => {
  expect(seen(`We want\n${sign}\tone\n${sign} two`)).toEqual([
    ["We want"],
    [
      [0, "one"],
      [0, "two"],
    ],
  ])
})

test("finds what stands between pairs of stars, and nothing else", () => {
  const strong = (text: string) => strongIn(text).map(({ from, to }) => text.slice(from, to))
  expect(strong("a **b c** d **e**")).toEqual(["b c", "e"])
  expect(strong("2 ** 3 ** 4, **open\nline**, ****")).toEqual([])
})

test("a long message of stars is read at once", () => {
  const before = performance.now()
  strongIn("**a ".repeat(4_000))
  structure("1.1.1.1 ".repeat(2_000))
  structure("  - - - ".repeat(2_000))
  expect(performance.now() - before).toBeLessThan(1_000)
})
